"""The command line on tables: what it writes and says, and how it answers mistakes."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from inspect_viz import Data, __version__
from inspect_viz._cli import main

CSV = "id,model,score_match,error,limit\n1,ada,C,,\n1,bob,I,,token\n2,ada,,boom,token\n2,bob,0.5,,\n".replace(
    "0.5", "P"
)
COMMAND = [sys.executable, "-c", "import sys; from inspect_viz._cli import main; sys.exit(main())"]


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A csv of 2 samples x 2 models in the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "samples.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    try:
        code = main(list(arguments))
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_a_table_becomes_a_page_of_the_current_folder(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "sample-heatmap", "samples.csv")
    assert (code, err) == (0, "")
    assert out == "Drew 2 samples x 2 models (4 rows, 1 error, 1 limit) -> samples-match.html\n"
    assert "data-inspect-viz" in (table.parent / "samples-match.html").read_text(encoding="utf-8")


def test_several_files_in_one_go(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(
        capsys, "sample-heatmap", "samples.csv", "-o", "a.svg", "--output", "b.png", "-o", "c.pdf", "--title", "Two <b>"
    )
    assert code == 0
    assert out.endswith("-> a.svg, b.png, c.pdf\n")
    assert "Two &lt;b&gt;" in Path("a.svg").read_text(encoding="utf-8")
    assert Path("b.png").read_bytes().startswith(b"\x89PNG")
    assert Path("c.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "options",
    [
        {"width": 400.0, "height": 300.0},
        {"sort": None},
        {"sort": "descending"},
        {"orientation": "vertical"},
        {"score_value": "score_match"},
        {"color_scheme": "blues"},
    ],
    ids=str,
)
def test_options_are_those_of_the_function(table: Path, options: dict[str, object]) -> None:
    from inspect_viz.view import sample_heatmap

    names = {"score_value": "score", "color_scheme": "color-scheme"}
    given = [f"--{names.get(k, k)}={'none' if v is None else v}" for k, v in options.items()]
    assert main(["sample-heatmap", str(table), *given, "-o", "cli.svg"]) == 0
    sample_heatmap(Data.from_file(table), **options).save("function.svg")  # type: ignore[arg-type]
    assert Path("cli.svg").read_text(encoding="utf-8") == Path("function.svg").read_text(encoding="utf-8")


def test_a_score_can_be_named_without_its_prefix(table: Path) -> None:
    table.write_text("id,model,score_a,score_b\n1,m,1,0\n", encoding="utf-8")
    assert main(["sample-heatmap", str(table), "--score", "b", "-o", "short.svg"]) == 0
    assert main(["sample-heatmap", str(table), "--score", "score_b", "-o", "long.svg"]) == 0
    assert Path("short.svg").read_bytes() == Path("long.svg").read_bytes()


@pytest.mark.parametrize("suffix", [".parquet", ".json", ".jsonl"])
def test_tables_of_other_kinds(table: Path, suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    import pandas as pd

    rows = pd.DataFrame({"id": ["1", "2"], "model": ["a", "a"], "score_x": [0.5, 1.0]})
    path = table.with_suffix(suffix)
    if suffix == ".parquet":
        rows.to_parquet(path)
    else:
        rows.to_json(path, orient="records", lines=suffix == ".jsonl")
    code, out, _ = run(capsys, "sample-heatmap", str(path))
    assert (code, out) == (0, "Drew 2 samples x 1 model (2 rows) -> samples-x.html\n")


def test_warnings_are_notes(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text("id,model,epoch,kind,score_x\n1,m,1,a,1\n1,m,1,b,0\n", encoding="utf-8")
    code, _, err = run(capsys, "sample-heatmap", "samples.csv")
    assert code == 0
    assert err.startswith("note: 1 row repeats the sample, model, run and epoch of another row and differ in 'kind'")
    assert err.count("\n") == 1


MISTAKES = {
    "nothing to read": (["sample-heatmap"], "LOGS_OR_TABLE"),
    "unknown command": (["samples-heatmap", "samples.csv"], "invalid choice: 'samples-heatmap'"),
    "unknown option": (["sample-heatmap", "samples.csv", "--scores", "x"], "--scores"),
    "no such file": (["sample-heatmap", "nowhere"], "there is no file or folder 'nowhere'"),
    "an address": (["sample-heatmap", "nowhere://bucket/logs"], "cannot read the log 'nowhere://bucket/logs'"),
    "no logs in folder": (["sample-heatmap", "empty"], "the folder 'empty' holds no logs"),
    "table in folder": (
        ["sample-heatmap", "."],
        "holds no logs (.eval or .json); a table is named itself: 'samples.csv'",
    ),
    "two tables": (["sample-heatmap", "samples.csv", "samples.csv"], "is a table, which is drawn alone"),
    "unknown ending": (["sample-heatmap", "notes.doc"], "'.parquet', '.csv'"),
    "unknown score": (["sample-heatmap", "samples.csv", "--score", "score_mach"], "Did you mean 'score_match'?"),
    "unknown format": (["sample-heatmap", "samples.csv", "-o", "a.pgn"], "Did you mean '.png'?"),
    "output without folder": (["sample-heatmap", "samples.csv", "-o", "no/a.png"], "there is no folder 'no'"),
    "output is a folder": (["sample-heatmap", "samples.csv", "-o", "folder.html"], "is a folder"),
    "width": (["sample-heatmap", "samples.csv", "--width", "0"], "'0' must be a number of pixels above zero"),
    "height": (["sample-heatmap", "samples.csv", "--height", "nan"], "'nan' must be a number of pixels above zero"),
    "sort": (["sample-heatmap", "samples.csv", "--sort", "up"], "invalid choice: 'up'"),
    "orientation": (["sample-heatmap", "samples.csv", "--orientation", "up"], "invalid choice: 'up'"),
    "viewer without address": (["sample-heatmap", "logs", "--log-viewer", "logs"], "must be an address, or DIR=URL"),
    "viewers without a folder": (
        ["samples", "cut.eval", "-o", "a.csv", *["--log-viewer", "http://x"] * 2],
        "must say its folder",
    ),
    "viewer of scripts": (["sample-heatmap", "logs", "--log-viewer", "logs=javascript:1"], "https://"),
    "viewer of a table": (["sample-heatmap", "samples.csv", "--log-viewer", "x=https://y"], "--log-viewer needs logs"),
    "limit": (["sample-heatmap", "samples.csv", "--limit", "0"], "'0' must be a whole number above zero"),
    "limit without order": (["sample-heatmap", "samples.csv", "--limit", "1", "--sort", "none"], "--sort none"),
    "color scheme": (["sample-heatmap", "samples.csv", "--color-scheme", "bluez"], "Did you mean 'Blues'?"),
    "condition": (["sample-heatmap", "samples.csv", "--where", "modl = 'ada'"], "there is no column 'modl'. Did you"),
    "condition of none": (["sample-heatmap", "samples.csv", "--where", "id = '9'"], "is true of none of 4 rows"),
    "condition and more": (["sample-heatmap", "samples.csv", "--where", "1; SELECT 2"], "SELECT 2' cannot be"),
    "broken log": (["sample-heatmap", "cut.eval"], "cannot read the log 'cut.eval'"),
}


@pytest.mark.parametrize(("arguments", "answer"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_answered_in_one_line(
    table: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], answer: str
) -> None:
    for folder in ("empty", "folder.html"):
        Path(folder).mkdir()
    Path("notes.doc").write_text("notes", encoding="utf-8")
    if "cut.eval" in arguments:
        pytest.importorskip("inspect_ai")
        Path("cut.eval").write_bytes(b"PK\x03\x04cut")
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("inspect-viz: ")
    assert answer in err
    assert err.count("\n") == 1
    assert not Path("samples-match.html").exists()


def test_several_scores_are_listed(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text("id,model,score_a,score_b\n1,m,1,0\n", encoding="utf-8")
    code, _, err = run(capsys, "sample-heatmap", "samples.csv")
    assert code == 2
    assert err == "inspect-viz: --score must say which score to show, or all of them: 'score_a', 'score_b'\n"


def test_an_output_that_cannot_be_written(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "sample-heatmap", "samples.csv", "-o", f"{'x' * 300}.svg")
    assert code == 2
    assert err.count("\n") == 1
    assert "too long" in err


def test_logs_are_drawn_without_inspect_ai(examples: Path, table: Path) -> None:
    hide = "import sys; sys.modules['inspect_ai'] = None\nfrom inspect_viz._cli import main; sys.exit(main())"
    log = str(examples / "sage-1.eval")
    command = [sys.executable, "-c", hide, "sample-heatmap", log, "--score", "includes", "-o", "a.svg"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Drew 120 samples x 1 model (240 rows, 8 errors) -> a.svg\n"


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version") == (0, f"inspect-viz {__version__}\n", "")
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    assert "sample-heatmap" in out
    assert run(capsys, "--help") == (0, out, "")


def test_help_has_every_option_and_examples_that_parse(capsys: pytest.CaptureFixture[str]) -> None:
    from inspect_viz._cli._parser import parser

    _, out, _ = run(capsys, "sample-heatmap", "--help")
    for option in (
        "--score",
        "-o",
        "--title",
        "--sort",
        "--orientation",
        "--width",
        "--height",
        "--log-viewer",
        "--open",
        "--where",
        "--limit",
        "--color-scheme",
        "--no-margins",
    ):
        assert option in out
    shown = [shlex.split(line) for line in out.splitlines() if line.startswith("  inspect-viz sample-heatmap")]
    assert len(shown) == 9
    for words in shown:
        assert parser().parse_args(words[1:]).sources


def test_open_shows_the_file_in_the_browser(table: Path) -> None:
    note = table.parent / "opened"
    script = table.parent / "browser.sh"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" > {note}\n', encoding="utf-8")
    script.chmod(0o755)
    environment = {**os.environ, "BROWSER": f"{script} %s"}
    subprocess.run([*COMMAND, "sample-heatmap", "samples.csv", "-o", "a.svg", "--open"], env=environment, check=True)
    assert note.read_text(encoding="utf-8") == (table.parent / "a.svg").as_uri()


WAITING = """
import signal, sys, time
from inspect_viz._cli import _sample_heatmap, main

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what it starts in the background ignore it

def read(arguments):
    print("reading", flush=True)
    time.sleep(60)

_sample_heatmap._read = read
sys.exit(main(["sample-heatmap", "samples.csv"]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGINT") or os.name != "posix", reason="needs signals")
def test_ctrl_c_ends_quietly(table: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"reading\n"
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (130, b"", b"")


def test_a_json_log_is_told_from_a_json_table(table: Path) -> None:
    from inspect_viz._cli._sources import Logs, TableFile, recognise

    log = {"version": 2, "status": "success", "eval": {"task": "t"}}
    row = {"eval": "e", "id": 1, "status": "ok", "score_x": 1}
    contents = {"log": json.dumps(log, indent=2), "table": json.dumps([row]), "lines": json.dumps({"id": 1})}
    for name, text in contents.items():
        Path(f"{name}.json").write_text(text, encoding="utf-8")
    assert recognise(["log.json"]) == Logs((str(table.parent / "log.json"),))
    assert recognise(["table.json"]) == TableFile("table.json")
    assert recognise(["lines.json"]) == TableFile("lines.json")
    assert recognise([".", "."]) == Logs((str(table.parent),))
