"""Tables of DuckDB databases, and tables made of tables."""

from __future__ import annotations

import struct

import duckdb
import pytest

from inspect_viz import Data


def rows(data, columns="*"):
    return data.reader.ask(f"SELECT {columns} FROM data")


class TestDatabase:
    @pytest.fixture
    def file(self, tmp_path):
        path = tmp_path / "runs.duckdb"
        with duckdb.connect(str(path)) as con:
            con.execute('CREATE TABLE samples AS SELECT i AS id, i / 2 AS score, 0 AS "odd ""name" FROM range(4) t(i)')
            con.execute("CREATE SCHEMA old; CREATE TABLE old.samples AS SELECT 1 AS a")
            con.execute("CREATE VIEW best AS SELECT * FROM samples WHERE score > 1")
            con.execute('CREATE TABLE "a.b" AS SELECT 2 AS c')
        return path

    def test_tables_and_views_of_a_file(self, file):
        data = Data.from_duckdb(file, "samples")
        assert rows(data, "id, score") == [(0, 0.0), (1, 0.5), (2, 1.0), (3, 1.5)]
        assert data.columns == ["id", "score", 'odd "name']
        assert rows(Data.from_duckdb(str(file), "best"), "id") == [(3,)]
        assert rows(Data.from_duckdb(file, "old.samples")) == [(1,)]
        assert rows(Data.from_duckdb(file, "a.b")) == [(2,)]

    def test_the_file_is_not_held_open(self, file):
        data = Data.from_duckdb(file, "samples")
        assert rows(data, "id")[0] == (0,)
        with duckdb.connect(str(file)) as con:
            con.execute("INSERT INTO samples VALUES (9, 9, 9)")
        assert len(Data.from_duckdb(file, "samples")) == 5

    def test_a_connection(self, file):
        with duckdb.connect(str(file)) as con:
            con.execute("CREATE TEMP TABLE mine AS SELECT 5 AS v")
            assert rows(Data.from_duckdb(con, "best"), "id") == [(3,)]
            assert rows(Data.from_duckdb(con, "mine")) == [(5,)]
            with pytest.raises(ValueError, match="give the connection instead of the path"):
                Data.from_duckdb(file, "samples")

    def test_what_is_wrong_is_said(self, file, tmp_path):
        with pytest.raises(ValueError, match=r"table='sample' is not in 'runs.duckdb', .*Did you mean 'samples'"):
            Data.from_duckdb(file, "sample")
        with pytest.raises(FileNotFoundError, match=r"none\.duckdb"):
            Data.from_duckdb(tmp_path / "none.duckdb", "a")
        (tmp_path / "text.duckdb").write_bytes(struct.pack("100d", *range(100)) * 100)
        with pytest.raises(ValueError, match=r"'text.duckdb' cannot be opened as a DuckDB database"):
            Data.from_duckdb(tmp_path / "text.duckdb", "a")
        with pytest.raises(TypeError, match="database must be a path or an open DuckDB connection, not dict"):
            Data.from_duckdb({}, "a")
        with pytest.raises(TypeError, match="table=3 must be the name"):
            Data.from_duckdb(file, 3)
        with pytest.raises(ValueError, match=r"Data\.from_duckdb\(file, table\)"):
            Data.from_file(file)

    def test_a_view_of_a_file_cannot_read_other_files(self, file, tmp_path):
        (tmp_path / "secret.csv").write_text("a\nsecret\n")
        with duckdb.connect(str(file)) as con:
            con.execute(f"CREATE VIEW spy AS SELECT * FROM read_csv('{tmp_path / 'secret.csv'}')")
        with pytest.raises(ValueError, match=r"table='spy' of 'runs\.duckdb' cannot be read"):
            rows(Data.from_duckdb(file, "spy"))


class TestTablesOfTables:
    data = Data.from_dataframe({"model": ["a", "a", "b"], "score": [0.0, 1.0, 1.0], "long": [2**60 + 1] * 3})

    def test_sql(self):
        means = self.data.sql("SELECT model, avg(score) AS mean FROM data GROUP BY model ORDER BY mean DESC")
        assert means.schema == {"model": "VARCHAR", "mean": "DOUBLE"}
        assert rows(means) == [("b", 1.0), ("a", 0.5)]
        assert rows(means.sql("WITH m AS (SELECT * FROM data) SELECT count(*) AS n FROM m")) == [(2,)]
        assert rows(self.data.sql("SELECT * FROM data")) == rows(self.data)
        assert len(self.data.sql("SELECT * FROM data WHERE false")) == 0

    @pytest.mark.parametrize(
        "query",
        [
            "SELECT * FROM '{file}'",
            "SELECT * FROM read_csv('{file}')",
            "SELECT * FROM glob('*')",
            "COPY data TO '{file}'",
            "DROP VIEW data",
            "SELECT 1; SELECT 2",
            "SELECT getenv('HOME')",
            "SELECT * FROM duckdb_settings()",
            "SELECT * FROM others",
            "ATTACH '{file}'",
            "PRAGMA database_list",
            "SELECT (SELECT max(column0) FROM read_text('{file}'))",
            "SELECT no FROM data",
            "SELEC 1",
        ],
    )
    def test_it_sees_nothing_else(self, tmp_path, query):
        (tmp_path / "a.csv").write_text("a\nsecret\n")
        with pytest.raises(ValueError, match=r"^sql: ") as caught:
            self.data.sql(query.format(file=tmp_path / "a.csv"))
        assert "secret" not in str(caught.value)

    @pytest.mark.parametrize("query", ["", None, 3])
    def test_a_query_is_text(self, query):
        with pytest.raises(TypeError, match="query="):
            self.data.sql(query)

    def test_head(self):
        assert rows(self.data.head(2), "model, score") == [("a", 0.0), ("a", 1.0)]
        assert len(self.data.head()) == 3
        assert ">0</td>" in self.data.head(1)._repr_html_()
        for n, error in ((0, ValueError), (True, TypeError), (1.5, TypeError)):
            with pytest.raises(error, match=f"n={n!r}"):
                self.data.head(n)

    def test_schema(self):
        assert self.data.schema == {"model": "VARCHAR", "score": "DOUBLE", "long": "VARCHAR"}
