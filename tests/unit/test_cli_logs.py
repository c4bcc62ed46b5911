"""The command line on real logs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from inspect_viz._cli import main

pytest.importorskip("inspect_ai", reason="logs are read with inspect_ai: pip install 'inspect-viz[inspect]'")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


def test_the_example_logs(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    viewer = f"{examples}=https://evals.example.org/viewer"
    assert main(["sample-heatmap", str(examples), "--score", "includes", "--log-viewer", viewer, "-o", "a.svg"]) == 0
    out, err = capsys.readouterr()
    assert out == "Drew 120 samples x 8 models (1,741 rows, 22 errors, 8 limits, 59 absent) -> a.svg\n"
    assert err == "note: 'abacus-3.eval' lacks 59 of 120 samples (it was cancelled)\n"
    drawn = Path("a.svg").read_text(encoding="utf-8")
    assert all(f"tiny/{name}" in drawn for name in ("sage-1", "sage-2", "abacus-1", "parrot-1"))


def test_the_address_of_a_local_viewer_needs_no_folder(examples: Path) -> None:
    viewer = ["--log-viewer", "http://127.0.0.1:7575"]
    assert main(["samples", str(examples), *viewer, "--columns", "log_viewer", "-o", "a.csv"]) == 0
    links = Path("a.csv").read_text(encoding="utf-8")
    assert "http://127.0.0.1:7575/#/logs/sage-1.eval/samples/sample/" in links


def test_both_scores_are_offered(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample-heatmap", str(examples / "sage-1.eval")]) == 2
    err = capsys.readouterr().err
    assert err.endswith("--score must say which score to show, or all of them: 'score_closeness', 'score_includes'\n")


def test_the_order_of_names_does_not_matter(examples: Path, tmp_path: Path) -> None:
    logs = [str(examples / f"{name}.eval") for name in ("sage-1", "parrot-1")]
    for name, given in (("a.svg", logs), ("b.svg", [*logs[::-1], logs[0]])):
        assert main(["sample-heatmap", *given, "--score", "closeness", "-o", name]) == 0
    assert Path("a.svg").read_text(encoding="utf-8") == Path("b.svg").read_text(encoding="utf-8")


def test_rows_are_those_of_inspect_ai_and_link_to_the_viewer(examples: Path) -> None:
    from inspect_ai.analysis import EvalModel, SampleSummary, log_viewer, model_info, samples_df

    from inspect_viz import Data, prepare

    paths = sorted(map(str, examples.glob("*.eval")))
    folders = {str(examples): "https://evals.example.org/viewer"}
    data = Data.from_logs(paths, log_viewer=folders)
    frame = samples_df(paths, columns=SampleSummary + EvalModel, quiet=True)
    expected = prepare(frame, model_info(), log_viewer("sample", folders))
    columns = ["id", "model_display_name", "epoch", "log_viewer", "score_includes"]
    rows = data.reader.ask(f"SELECT {', '.join(columns)} FROM data")
    assert [row[:4] for row in rows] == list(expected[columns[:4]].itertuples(index=False, name=None))
    assert rows[0][3].startswith("https://evals.example.org/viewer/#/logs/abacus-1.eval/samples/sample/")


def test_a_json_log_without_a_date_in_its_name(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(shared_data / "logs" / "log_formats.json", "plain.json")
    assert main(["sample-heatmap", "plain.json", "-o", "a.svg"]) == 0
    assert capsys.readouterr().out == "Drew 1 sample x 1 model (1 row) -> a.svg\n"


def test_logs_of_both_formats_together(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample-heatmap", str(shared_data / "logs"), "--score", "match", "-o", "a.svg"]) == 0
    out, err = capsys.readouterr()
    assert "(7 rows, 3 absent)" in out
    assert "'log_formats.json' is the same run as 'log_formats.eval'" in err


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), None], ids=["empty", "empty archive", "cut off"])
def test_a_log_that_cannot_be_read_is_named(
    examples: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    whole = (examples / "sage-1.eval").read_bytes()
    Path("logs").mkdir()
    Path("logs/a-good.eval").write_bytes(whole)
    Path("logs/b-bad.eval").write_bytes(whole[:9000] if content is None else content)
    assert main(["sample-heatmap", "logs", "--score", "includes"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("inspect-viz: cannot read the log 'logs/b-bad.eval': ")
    assert err.count("\n") == 1


def test_a_log_outside_the_folders_of_the_viewer(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = str(examples / "sage-1.eval")
    arguments = ["--score", "includes", "--log-viewer", "elsewhere=https://evals.example.org", "-o", "a.svg"]
    assert main(["sample-heatmap", log, *arguments]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Drew 120 samples x 1 model")
    assert err == "note: the samples of 'sage-1.eval' have no links: no folder of --log-viewer holds it\n"


def test_unreadable_logs_can_be_left_out(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("logs").mkdir()
    shutil.copy(examples / "sage-1.eval", "logs/a.eval")
    Path("logs/b.eval").write_bytes(b"")
    assert main(["sample-heatmap", "logs", "--score", "includes", "-o", "a.svg"]) == 2
    assert "--skip-unreadable" in capsys.readouterr().err
    assert main(["sample-heatmap", "logs", "--score", "includes", "-o", "a.svg", "--skip-unreadable"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Drew 120 samples x 1 model")
    assert err == "note: 'b.eval' was not read: it is empty\n"
    assert "b.eval&#39; was not read" in Path("a.svg").read_text(encoding="utf-8")
    assert main(["samples", "logs", "-o", "a.parquet", "--skip-unreadable", "--no-cache"]) == 0
    assert capsys.readouterr().err == "note: 'b.eval' was not read: it is empty\n"


@pytest.mark.parametrize("ending", [".parquet", ".csv", ".arrow"])
def test_samples_are_written(examples: Path, capsys: pytest.CaptureFixture[str], ending: str) -> None:
    from inspect_viz import Data

    columns = ["--columns", "id,epoch", "--columns", "score_*", "--where", "epoch = 2"]
    assert main(["samples", str(examples), "-o", f"a{ending}", *columns, "--no-cache"]) == 0
    out, err = capsys.readouterr()
    assert out == f"Wrote 840 rows x 8 columns -> a{ending}\n"
    assert err == ""
    assert sorted(Path().iterdir()) == [Path(f"a{ending}")]
    if ending != ".arrow":
        data = Data.from_file(f"a{ending}")
        scores = ["score_closeness", "score_includes", "score_includes_reason"]
        assert data.columns == ["sample_id", "eval_id", "log", "id", "epoch", *scores]
        assert len(data) == 840


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["-o", "a.xlsx"], "must end in one of '.parquet', '.csv', '.arrow'"),
        (["-o", "no/a.csv"], "there is no folder 'no'"),
        (["-o", "a.csv", "--columns", "scoore"], "Did you mean 'score_*'?"),
        (["-o", "a.csv", "--where", "epoch >"], "--where 'epoch >' cannot be answered"),
    ],
)
def test_mistakes_with_samples(
    examples: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], answer: str
) -> None:
    assert main(["samples", str(examples), *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert answer in err
    assert err.count("\n") == 1
    assert not list(Path().iterdir())


def test_problems_are_listed(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["problems", str(examples)]) == 0
    assert capsys.readouterr().out == "missing samples: 'abacus-3.eval' lacks 59 of 120 samples (it was cancelled)\n"
    assert main(["problems", str(examples / "sage-1.eval"), "--no-cache"]) == 0
    assert capsys.readouterr().out == "No problems.\n"
    Path("bad.eval").write_bytes(b"bad")
    assert main(["problems", "bad.eval"]) == 1
    assert capsys.readouterr().out.startswith("unreadable: 'bad.eval' was not read: it is no .eval file")
