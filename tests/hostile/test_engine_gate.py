"""A picture's database answers single SELECTs over the picture's tables, and nothing else."""

import os
import re

import pyarrow as pa
import pyarrow.parquet
import pytest

from inspect_viz._engine import Engine, QueryError, connect, lock
from inspect_viz.data import Data

secret = pa.table({"s": ["python variable"]})


@pytest.fixture
def engine(tmp_path):
    pa.parquet.write_table(pa.table({"id": ["a"], "prompt": ["hidden"]}), tmp_path / "own.parquet")
    (tmp_path / "other.csv").write_text("s\nother file\n")
    tables = {
        "t0": Data.from_file(tmp_path / "own.parquet"),
        "t1": Data.from_dataframe({"id": ["a"], "prompt": ["hidden"]}),
    }
    with Engine(tables, {"t0": ["id"], "t1": ["id"]}) as engine:
        yield engine


FILES = ["/etc/passwd", "{tmp}/other.csv", "{tmp}/own.parquet", "http://localhost/x.csv", "s3://b/x.parquet"]
READERS = ["read_csv", "read_text", "read_blob", "read_parquet", "read_json", "glob", "sniff_csv", "parquet_schema"]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("reader", READERS)
def test_no_file_is_read_by_function(engine, tmp_path, reader, file):
    with pytest.raises(QueryError, match=r"is not allowed"):
        engine.rows(f"SELECT * FROM {reader}('{file.format(tmp=tmp_path)}')")


REFUSED = [
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM secret",
    "SELECT * FROM _t0",
    "SELECT * FROM _t1",
    "SELECT * FROM memory.main._t1",
    "SELECT * FROM temp._t1",
    "SELECT * FROM duckdb_settings()",
    "SELECT * FROM duckdb_views",
    "SELECT * FROM duckdb_secrets()",
    "SELECT * FROM information_schema.tables",
    "SELECT * FROM pg_catalog.pg_class",
    "SELECT * FROM sqlite_master",
    "SELECT * FROM query('SELECT 1')",
    "SELECT * FROM query_table('t0')",
    "SELECT * FROM pragma_table_info('t0')",
    "SELECT * FROM arrow_scan(1, 2, 3)",
    "SELECT * FROM pandas_scan(1)",
    "SELECT * FROM json_execute_serialized_sql('{}')",
    "SELECT * FROM enable_logging()",
    "SELECT * FROM import_database('/tmp')",
    "SELECT * FROM test_all_types()",
    "SELECT (SELECT count(*) FROM read_csv('/etc/passwd'))",
    "SELECT 1 WHERE EXISTS (SELECT * FROM _t1)",
    "WITH c AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM c",
    "SELECT * FROM t0 JOIN (SELECT * FROM glob('/*')) g ON true",
    "SELECT * FROM (WITH _t1 AS (SELECT 1) SELECT * FROM _t1), _t1",
    "WITH tables AS (SELECT 1) SELECT * FROM information_schema.tables",
    "WITH duckdb_tables AS (SELECT 1) SELECT * FROM system.main.duckdb_tables",
    "SELECT current_setting('allowed_paths')",
    "SELECT getenv('HOME')",
    "SELECT getvariable('x')",
    "SELECT write_log('x')",
    "SELECT sleep_ms(1000)",
    "SELECT pg_sleep(1)",
    'SELECT "PG_SLEEP"(1)',
    "SELECT id.pg_sleep() FROM t0",
    "SELECT list_transform([1], lambda x: pg_sleep(x))",
    "SELECT invoke(lambda x: sleep_ms(x), 1)",
    "SELECT pg_get_viewdef(1)",
    "SELECT pg_catalog.pg_get_viewdef(1)",
    "SELECT pg_get_constraintdef(1)",
    "SELECT obj_description(1, 'x')",
    "SELECT has_table_privilege('_t0', 'select')",
    "SELECT get_block_size('memory')",
    "SELECT current_query()",
    "SELECT json_serialize_plan('SELECT * FROM _t0')",
    "SELECT json_serialize_plan('SELECT * FROM read_csv(''/etc/passwd'')')",
    "SELECT * FROM histogram_values(t0, id)",
    "SELECT * FROM seq_scan('_t0')",
    "SELECT * FROM read_duckdb('x.db')",
    "SELECT * FROM which_secret('s3://b', 's3')",
    "SELECT 1; SELECT 2",
    "SELECT 1; DROP VIEW t0",
    "DROP VIEW t0",
    "DROP TABLE t0",
    "CREATE TABLE x AS SELECT 1",
    "CREATE VIEW x AS SELECT 1",
    "CREATE OR REPLACE VIEW t0 AS SELECT 1",
    "CREATE MACRO f() AS 1",
    "INSERT INTO t0 VALUES ('x')",
    "DELETE FROM t0",
    "UPDATE t0 SET id = 'x'",
    "WITH c AS (SELECT 1) INSERT INTO t0 SELECT * FROM c",
    "COPY t0 TO '/tmp/inspect_viz_leak.csv'",
    "COPY (SELECT 1) TO '/tmp/inspect_viz_leak.csv'",
    "EXPORT DATABASE '/tmp/inspect_viz_leak'",
    "ATTACH '/tmp/inspect_viz_leak.db'",
    "ATTACH ':memory:' AS m",
    "USE memory",
    "PRAGMA version",
    "PRAGMA enable_profiling",
    "CALL pragma_version()",
    "SET threads = 4",
    "SET enable_external_access = true",
    "RESET ALL",
    "LOAD httpfs",
    "INSTALL httpfs",
    "SELECT setseed(0.5)",
    "SHOW TABLES",
    "SHOW ALL TABLES",
    "DESCRIBE _t0",
    "EXPLAIN SELECT 1",
    "PREPARE p AS SELECT 1",
    "EXECUTE p",
    "BEGIN",
    "CHECKPOINT",
    "VACUUM",
    "",
    "   ",
    "-- only a comment",
    "SELECT",
    "'",
    '"',
    "SELECT 'unclosed",
    "\x00",
    "SELECT " + "NOT " * 5000 + "true",
    "SELECT " + "[" * 5000 + "]" * 5000,
    "SELECT * FROM " + "(SELECT * FROM " * 3000 + "t0" + ")" * 3000,
]


@pytest.mark.parametrize("sql", REFUSED, ids=lambda sql: sql[:60])
def test_everything_else_is_refused(engine, sql):
    with pytest.raises(ValueError, match=r"."):
        engine.rows(sql)
    with pytest.raises(ValueError, match=r"."):
        engine.arrow(sql)
    assert engine.rows("SELECT id FROM t0") == [("a",)]
    assert not os.path.exists("/tmp/inspect_viz_leak.csv")


ALLOWED = [
    "SELECT id FROM t0",
    "FROM t0",
    "TABLE t0",
    "VALUES (1)",
    "SELECT T0.ID FROM main.T0",
    "SELECT 1 -- ; DROP VIEW t0",
    "SELECT ';' AS \"; DROP VIEW t0; --\"",
    "WITH c AS (SELECT * FROM t0) SELECT * FROM c",
    "WITH RECURSIVE f AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM f WHERE n < 3) SELECT * FROM f",
    "SELECT * FROM t0 JOIN t1 USING (id) WHERE id IN (SELECT id FROM t1)",
    "SELECT i FROM range(3) r(i)",
    "SELECT i FROM generate_series(1, 3) r(i)",
    "SELECT i FROM unnest([1, 2]) r(i)",
    "SELECT value FROM json_each('[1, 2]')",
    "SELECT value FROM json_tree('[1, 2]')",
    "SELECT unnest([1, 2])",
    "SELECT * FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM t0)",
    "DESCRIBE SELECT * FROM t0",
    "DESCRIBE t0",
    "SELECT 1;",
]


@pytest.mark.parametrize("sql", ALLOWED)
def test_questions_about_the_tables_are_answered(engine, sql):
    assert len(engine.rows(sql)) > 0
    assert len(engine.arrow(sql)) > 0


def functions_of_duckdb(kind: str) -> list[tuple[str, str | None]]:
    """The functions of the DuckDB that is installed, with what macros stand for."""
    sql = "SELECT DISTINCT function_name, macro_definition FROM duckdb_functions() WHERE function_type = ? ORDER BY ALL"
    return connect().execute(sql, [kind]).fetchall()


TABLES_ALLOWED = {"range", "generate_series", "unnest", "json_each", "json_tree"}


@pytest.mark.parametrize("kind", ["table", "table_macro", "pragma"])
def test_every_table_function_of_duckdb_but_few_is_refused(engine, kind):
    names = {name for name, _ in functions_of_duckdb(kind)} - TABLES_ALLOWED
    assert len(names) > 3
    for name in names:
        with pytest.raises(QueryError, match="is not allowed"):
            engine.rows(f'SELECT * FROM "{name}"(1)')


def test_macros_of_duckdb_over_what_is_refused_are_refused(engine):
    """So no macro of a later DuckDB opens what the gate closes: those that read tables or call what is refused."""
    refused = re.compile(
        r"\bFROM\b|\b(current_setting|getvariable|getenv|write_log|sleep_ms|nextval|currval|setseed)\("
    )
    names = {name for name, made in functions_of_duckdb("macro") if made and refused.search(made)}
    assert names
    for name in names:
        with pytest.raises(QueryError, match=f"function '{name}' is not allowed"):
            engine.rows(f'SELECT "{name}"(1)')


def test_unused_columns_cannot_be_reached(engine):
    for sql in ("SELECT prompt FROM t0", "SELECT prompt FROM t1", "SELECT t1.prompt FROM t1", "SELECT c1 FROM t1"):
        with pytest.raises(QueryError):
            engine.rows(sql)
    assert engine.rows("SELECT t1 FROM t1") == [({"id": "a"},)]


def test_the_lock_holds_without_the_gate(tmp_path):
    """What DuckDB itself refuses in a locked instance, should the gate ever let something through."""
    con = connect()
    lock(con, [str(tmp_path / "own.parquet")])
    for sql in (
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM secret",
        "COPY (SELECT 1) TO '/tmp/inspect_viz_leak.csv'",
        "ATTACH '/tmp/inspect_viz_leak.db'",
        "SET enable_external_access = true",
        "SET allowed_paths = ['/etc/passwd']",
        "SET threads = 4",
        "RESET lock_configuration",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM glob('/*')",
    ):
        with pytest.raises(Exception, match=r"(?i)error"):
            con.execute(sql).fetchall()
    settings = dict(con.execute("SELECT name, value FROM duckdb_settings()").fetchall())
    assert settings["threads"] == "1"
    assert settings["enable_external_access"] == "false"
    assert settings["autoinstall_known_extensions"] == "false"
    assert settings["autoload_known_extensions"] == "false"
    assert settings["python_enable_replacements"] == "false"


def test_lookups_pass_the_same_gate():
    data = Data.from_dataframe({"id": ["a"]})
    assert data.reader.ask("SELECT id FROM data") == [("a",)]
    for sql in (
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM secret",
        "DROP VIEW data",
        "SELECT 1; SELECT 2",
    ):
        with pytest.raises(ValueError, match=r"."):
            data.reader.ask(sql)


@pytest.mark.parametrize("name", ['a"; DROP VIEW t0; --', "'); SELECT 1; --", "$x", "a.b", "*", "SELECT", "{{}}", "c0"])
def test_column_names_are_never_sql(name):
    data = Data.from_dataframe({name: [1], "c1": [2]})
    assert data.column_unique(name) == [1]
    with Engine({"t0": data}, {"t0": [name]}) as engine:
        assert engine.rows("SELECT * FROM t0") == [(1,)]
