"""What the command line draws of its input, and the files that it names by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from inspect_viz import Data
from inspect_viz._cli import main
from inspect_viz._cli._outputs import named_after, with_score
from inspect_viz.view import sample_heatmap

ROWS = "id,model,topic,score_a,score_b/c,score\n" + "".join(
    f"q{i},{model},{'odd' if i % 2 else 'even'},{i * j % 3 / 2},{i % 2},{j}\n"
    for i in range(9)
    for j, model in enumerate(("ada", "bob", "cyd"), 1)
)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "samples.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def drawn(*arguments: str) -> str:
    assert main(["sample-heatmap", "samples.csv", "--score", "a", *arguments, "-o", "cli.svg"]) == 0
    return Path("cli.svg").read_text(encoding="utf-8")


def expected(data: Data, **options: object) -> str:
    sample_heatmap(data, score_value="score_a", **options).save("function.svg")  # type: ignore[arg-type]
    return Path("function.svg").read_text(encoding="utf-8")


def test_a_condition_keeps_rows(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pandas as pd

    odd = pd.read_csv(table).query("topic == 'odd' and model != 'cyd'")
    odd.to_csv("samples2.csv", index=False)
    svg = drawn("--where", "topic = 'odd' AND model <> 'cyd'")
    assert capsys.readouterr().out == "Drew 4 samples x 2 models (8 rows) -> cli.svg\n"
    assert names(svg) == names(expected(Data.from_file("samples2.csv"))) >= {"q1", "q3", "q5", "q7", "ada", "bob"}
    assert not names(svg) & {"q2", "cyd"}
    assert "samples.csv" in svg


def names(svg: str) -> set[str]:
    """The words that stand in a picture by themselves."""
    return set(re.findall(r">([a-z]\w*)<", svg))


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
@pytest.mark.parametrize("sort", ["ascending", "descending"])
def test_a_limit_keeps_the_hardest_samples(
    table: Path, capsys: pytest.CaptureFixture[str], sort: str, orientation: str
) -> None:
    svg = drawn("--limit", "3", "--sort", sort, "--orientation", orientation)
    assert names(svg) & {f"q{i}" for i in range(9)} == {"q0", "q3", "q6"}
    assert capsys.readouterr().out.startswith("Drew the 3 hardest of 9 samples x 3 models (27 rows)")


def test_margins_can_be_left_out(table: Path) -> None:
    data = Data.from_file(table)
    assert drawn("--no-margins") == expected(data, margins=False)
    assert drawn() == expected(data) != expected(data, margins=False)


def test_a_limit_above_all_samples_keeps_all(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawn("--limit", "99")
    assert capsys.readouterr().out.startswith("Drew 9 samples x 3 models")


def test_all_scores_are_drawn_apart(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample-heatmap", "samples.csv", "--score", "all"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" -> ")[1] for line in lines] == ["samples-a.html", "samples-b-c.html", "samples-score.html"]
    assert main(["sample-heatmap", "samples.csv", "--score", "all", "-o", "x.svg", "-o", "y.png"]) == 0
    made = {path.name for path in table.parent.iterdir()} - {"samples.csv"}
    assert made == {f"{name}-{score}.{end}" for score in ("a", "b-c", "score") for name, end in
                    (("samples", "html"), ("x", "svg"), ("y", "png"))}  # fmt: skip
    one = expected(Data.from_file(table))
    assert Path("x-a.svg").read_text(encoding="utf-8") == one


def test_scores_that_would_write_one_file_are_refused(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text("id,model,score_a/b,score_a?b\n1,m,1,0\n", encoding="utf-8")
    assert main(["sample-heatmap", "samples.csv", "--score", "all"]) == 2
    assert "'score_a/b' and 'score_a?b' would both be 'samples-a-b.html'" in capsys.readouterr().err
    told = ["--format", "text", "-o", "x.svg"]
    assert main(["sample-heatmap", "samples.csv", "--score", "all", *told]) == 2
    assert "'score_a/b' and 'score_a?b' would both be 'x-a-b.svg'" in capsys.readouterr().err
    assert not Path("x-a-b.svg").exists()
    assert not list(table.parent.glob("*.html"))


@pytest.mark.parametrize("score", [[], ["--score", "all"]])
def test_logs_without_scores_are_drawn(table: Path, capsys: pytest.CaptureFixture[str], score: list[str]) -> None:
    table.write_text("id,model,eval_id,error\n1,m,e,boom\n2,m,e,\n", encoding="utf-8")
    assert main(["sample-heatmap", "samples.csv", *score]) == 0
    out, err = capsys.readouterr()
    assert out == "Drew 2 samples x 1 model (2 rows, 1 error) -> samples-score.html\n"
    assert err.startswith("note: no sample has a score: no scorer ran")


def test_a_score_called_all_is_that_score(table: Path) -> None:
    table.write_text("id,model,score_all,score_b\n1,m,1,0\n", encoding="utf-8")
    assert main(["sample-heatmap", "samples.csv", "--score", "all"]) == 0
    assert [path.name for path in table.parent.glob("*.html")] == ["samples-all.html"]


@pytest.mark.parametrize(
    ("sources", "name"),
    [
        (["logs"], "logs-x.html"),
        (["runs/logs/"], "logs-x.html"),
        (["samples.csv.gz"], "samples-x.html"),
        (["runs/2026-11-23 math.v2.eval"], "2026-11-23-math.v2-x.html"),
        (["s3://bucket/evals"], "evals-x.html"),
        (["a.eval", "b.eval"], "heatmap-x.html"),
        (["logs/*.eval"], "heatmap-x.html"),
        (["/"], "heatmap-x.html"),
    ],
)
def test_a_page_is_named_after_input_and_score(sources: list[str], name: str) -> None:
    assert named_after(sources, "score_x") == name


def test_the_current_folder_has_a_name(table: Path) -> None:
    assert named_after(["."], "score_x") == f"{table.parent.name}-x.html"


def test_a_score_stands_before_the_ending() -> None:
    assert with_score("out/a.b.png", "score_x y") == "out/a.b-x-y.png"


def test_a_limit_keeps_the_order_by_difficulty_and_its_blocks(table: Path) -> None:
    svg = drawn("--limit", "6")
    assert "best first" in svg
    assert "hardest" in svg
    assert "solved by" in svg or ">mean<" in svg
    assert "plain mean" not in svg


def test_the_range_of_the_scores_is_given(table: Path) -> None:
    assert drawn("--score-range", "0", "4") == expected(Data.from_file(table), score_range=(0.0, 4.0))
    assert drawn("--score-range", "0", "4") != drawn()


def test_groups_bars_and_scores_of_which_lower_ones_are_better(table: Path) -> None:
    data = Data.from_file("samples.csv")
    grouped = drawn("--group", "topic")
    assert names(grouped) == names(expected(data, group="topic"))
    assert "topic, hardest first" in grouped
    assert names(drawn("--group", "topic", "--topics")) == names(expected(data, group=["topic"], level="groups"))
    bars = drawn("--bars", "topic", "--lower-is-better")
    assert names(bars) == names(expected(data, bars=["topic"], higher_is_better=False)) >= {"even", "odd"}
    assert "lower scores are better" in bars


def test_what_is_no_column_of_groups_says_so(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample-heatmap", "samples.csv", "--score", "a", "--group", "topics", "-o", "cli.svg"]) == 2
    assert "Did you mean 'topic'?" in capsys.readouterr().err
