"""The example logs are what `examples/README.md` says they are, and the programs still make them."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import pandas as pd

pytest.importorskip(
    "inspect_ai", reason="the example logs are read with inspect_ai: pip install 'inspect-viz[inspect]'"
)

EXAMPLES = Path(__file__).parents[2] / "examples"
LOGS = sorted((EXAMPLES / "logs").glob("*.eval"))
NAMES = ["abacus-1", "abacus-2", "abacus-3", "almanac-1", "parrot-1", "sage-1", "sage-2", "scribe-1"]
MACHINE = re.compile(
    r"(?<![\w.~-])/(work|root|home|tmp|usr|opt|var|private|mnt|Users|Volumes)/|[A-Za-z]:\\\\|cancel scope [0-9a-f]{6}"
)


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return table(EXAMPLES / "logs")


def table(folder: Path) -> pd.DataFrame:
    """The samples of a folder of logs, in an order that does not depend on file times."""
    from inspect_ai.analysis import EvalModel, SampleSummary, samples_df

    frame = samples_df(str(folder), columns=SampleSummary + EvalModel, quiet=True)
    return frame.sort_values(["model", "epoch", "id"], ignore_index=True)


def counts(rows: pd.DataFrame) -> dict[str, int]:
    return {str(model): int(n) for model, n in rows["model"].value_counts().items()}


def test_eight_logs_with_stable_names() -> None:
    assert [path.stem for path in LOGS] == NAMES
    assert sum(path.stat().st_size for path in LOGS) < 3_000_000


def test_every_model_answers_120_questions_twice_but_one_was_cancelled(rows: pd.DataFrame) -> None:
    assert counts(rows) == {f"tiny/{name}": 61 if name == "abacus-3" else 240 for name in NAMES}
    whole = rows[rows["model"] != "tiny/abacus-3"]
    assert set(whole.groupby("model")["id"].nunique()) == {120}
    assert set(whole["epoch"]) == {1, 2}
    assert set(rows[rows["model"] == "tiny/abacus-3"]["epoch"]) == {1}


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_status(path: Path) -> None:
    from inspect_ai.log import read_eval_log

    log = read_eval_log(str(path), header_only=True)
    assert log.status == ("cancelled" if path.stem == "abacus-3" else "success")
    assert log.eval.model == f"tiny/{path.stem}"
    assert log.eval.task_file == "examples/task.py"
    assert log.eval.revision is None


def test_metadata(rows: pd.DataFrame) -> None:
    questions = rows.drop_duplicates("id")
    assert questions["metadata_topic"].value_counts().to_dict() == dict.fromkeys(
        ["arithmetic", "date", "string", "logic"], 30
    )
    assert set(questions["metadata_difficulty"]) == {"easy", "medium", "hard"}
    assert (questions["id"] == "date-leap-07").sum() == 1


def test_errors_are_counted_by_model(rows: pd.DataFrame) -> None:
    failed = rows[rows["error"].fillna("") != ""]
    assert counts(failed) == {
        "tiny/sage-1": 8,
        "tiny/almanac-1": 5,
        "tiny/scribe-1": 4,
        "tiny/abacus-2": 2,
        "tiny/sage-2": 2,
        "tiny/abacus-3": 1,
    }
    assert failed[["score_includes", "score_closeness"]].isna().all(axis=None)
    assert failed["error"].str.startswith("CancelledError").sum() == 1


def test_limits_are_counted_and_scored(rows: pd.DataFrame) -> None:
    limited = rows[rows["limit"].notna()]
    assert limited.groupby(["model", "limit"]).size().to_dict() == {
        ("tiny/abacus-1", "message"): 4,
        ("tiny/almanac-1", "token"): 4,
    }
    assert limited["score_closeness"].notna().all()
    assert limited["score_closeness"].max() > 0


def test_scores_are_graded(rows: pd.DataFrame) -> None:
    scored = rows[rows["score_includes"].notna()]
    assert set(scored["score_includes"]) == {"C", "I"}
    assert scored["score_closeness"].between(0, 1).all()
    assert ((scored["score_includes"] == "C") == (scored["score_closeness"] == 1)).all()
    share = (scored["score_includes"] == "C").astype(float).groupby(scored["model"]).mean()
    order = ["parrot-1", "abacus-1", "abacus-2", "scribe-1", "almanac-1", "abacus-3", "sage-1", "sage-2"]
    assert list(share.sort_values().index) == [f"tiny/{name}" for name in order]
    assert share.min() < 0.15
    assert 0.95 < share.max() < 1


def test_epochs_differ_for_some_samples(rows: pd.DataFrame) -> None:
    kinds = rows.groupby(["model", "id"])["score_includes"].nunique()
    assert 100 < (kinds == 2).sum() < 200
    states = rows.assign(failed=rows["error"].fillna("") != "").groupby(["model", "id"])["failed"]
    assert ((states.max()) & (~states.min())).sum() > 0


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.stem)
def test_no_member_names_a_folder_of_the_machine(path: Path) -> None:
    import inspect_ai.log  # noqa: F401  (teaches zipfile to read zstd before Python 3.14)

    with zipfile.ZipFile(path) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert "header.json" in texts
    assert {name: found[0] for name, text in texts.items() if (found := MACHINE.search(text))} == {}


def test_machine_paths_would_be_found() -> None:
    for text in ('"/home/me/x.py"', 'File \\"/usr/lib/python3', "at /tmp/a", '"C:\\\\Users"', "cancel scope 7f88c2"):
        assert MACHINE.search(text), text


def test_the_programs_still_make_the_same_logs(rows: pd.DataFrame, tmp_path: Path) -> None:
    programs = ["abacus-3", "almanac-1"]
    script = [sys.executable, str(EXAMPLES / "make_logs.py"), str(tmp_path), *programs]
    subprocess.run(script, check=True, capture_output=True, cwd=tmp_path)
    same = ["model", "id", "epoch", "input", "target", "score_includes", "score_closeness", "error", "limit"]
    same += ["total_tokens", "message_count", "turn_count", "metadata_topic", "metadata_kind", "metadata_difficulty"]
    kept = rows[rows["model"].isin([f"tiny/{name}" for name in programs])].reset_index(drop=True)
    assert table(tmp_path)[same].equals(kept[same])
