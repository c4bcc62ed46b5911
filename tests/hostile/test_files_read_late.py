"""Files that turn out to be damaged when they are asked, and logs that are given as tables."""

import json

import pandas as pd
import pytest

from inspect_viz.data import Data


@pytest.mark.parametrize(("start", "share"), [(4, 0.0001), (60_000, 0.25), (140_000, 0.02)])
def test_damage_that_shows_late_names_the_file(tmp_path, start, share):
    """The footer is whole, pages are not."""
    numbers = range(20_000)
    frame = pd.DataFrame({"id": [f"s{i}" for i in numbers], "model": "m", "score_s": [i * 0.37 for i in numbers]})
    frame.to_parquet(tmp_path / "damaged.parquet")
    content = bytearray((tmp_path / "damaged.parquet").read_bytes())
    end = start + int(len(content) * share)
    content[start:end] = bytes((byte * 7 + 13) % 256 for byte in content[start:end])
    (tmp_path / "damaged.parquet").write_bytes(content)
    data = Data.from_file(tmp_path / "damaged.parquet")
    with pytest.raises(ValueError, match=r"The file 'damaged\.parquet' cannot be read; it seems to be damaged: \w"):
        data.reader.ask("SELECT * FROM data")
    with pytest.raises(ValueError, match=r"The file 'damaged\.parquet'"):
        data.column_unique("id" if start < 100_000 else "score_s")


def test_a_wrong_question_does_not_blame_the_file(tmp_path):
    pd.DataFrame({"id": ["a"]}).to_parquet(tmp_path / "a.parquet")
    data = Data.from_file(tmp_path / "a.parquet")
    for sql in ("SELECT nope FROM data", "SELECT", "SELECT CAST(id AS INTEGER) FROM data"):
        with pytest.raises(ValueError, match="The question was"):
            data.reader.ask(sql)


@pytest.mark.parametrize("indent", [None, 2])
def test_logs_that_are_json_are_no_tables(tmp_path, indent):
    log = {"version": 2, "status": "success", "eval": {"task": "t"}, "samples": [{"id": 1}]}
    (tmp_path / "log.json").write_text(json.dumps(log, indent=indent))
    with pytest.raises(ValueError, match=r"'log\.json' is an evaluation log\..*Data\.from_logs"):
        Data.from_file(tmp_path / "log.json")


def test_folders_and_logs_point_to_from_logs(tmp_path):
    (tmp_path / "a.eval").write_bytes(b"PK\x03\x04")
    (tmp_path / "logs").mkdir()
    for path in (tmp_path / "a.eval", tmp_path / "logs"):
        with pytest.raises(ValueError, match=r"Evaluation logs are read with Data\.from_logs"):
            Data.from_file(path)
