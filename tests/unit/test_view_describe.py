"""A picture in words and as JSON: `describe()`, the description of pages and files, and the command's --format."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
from heatmaps import SVG, drawn, heatmap, picture, scores

from inspect_viz import Data
from inspect_viz._cli import main
from inspect_viz.mark import cell
from inspect_viz.plot import plot

TABLE = {
    "weak": {"a": 0, "b": 0, "c": 0, "d": 1, "e": None},
    "best": {"a": 0, "b": 1, "c": 1, "d": 1, "e": None},
    "half": {"a": 0, "d": 1},
    "none": {"a": None},
}


def test_models_stand_by_their_means_with_intervals_and_what_they_lack():
    told = heatmap(scores(TABLE)).describe().to_dict()
    (found,) = told["plots"]
    assert [model["name"] for model in found["models"]] == ["best", "half", "weak", "none"]
    best, half, _, none = found["models"]
    assert (best["mean"], best["n"], best["of"], best["method"]) == (0.75, 4, 5, "Wilson")
    assert half["states"] == {"absent": 3}
    assert half["adjusted"] < half["mean"] + 0.2
    assert none["mean"] is None
    assert none["states"] == {"absent": 4, "unscored": 1}
    assert (found["states"]["absent"], found["states"]["unscored"]) == (7, 3)
    assert (found["score"], found["samples"]) == ("score_s", 5)
    assert told["problems"] == []
    assert best["above"] is None
    drawn_before = {model["name"]: model["above"] and model["above"]["name"] for model in found["models"]}
    assert drawn_before == {"best": None, "half": "best", "weak": "half", "none": None}
    assert half["above"]["n"] == 2
    assert half["above"]["difference"] == 0
    assert half["above"]["isApart"] is False


@pytest.mark.parametrize("orientation", ["horizontal", "vertical"])
def test_blocks_name_their_samples_in_the_order_of_the_drawing(orientation):
    (found,) = heatmap(scores(TABLE), orientation=orientation).describe().to_dict()["plots"]
    blocks = {block["kind"]: block["samples"] for block in found["blocks"]}
    assert blocks["nobody"] == ["a"]
    assert blocks["everybody"] == ["d"]
    assert blocks["none"] == ["e"]
    assert sorted(sample for samples in blocks.values() for sample in samples) == list("abcde")
    assert heatmap(scores(TABLE), sort="x").describe().to_dict()["plots"][0]["blocks"] == [
        {"kind": "none", "label": "no score", "count": 1, "samples": ["e"]}
    ]


def test_the_text_says_the_finding_the_models_the_blocks_and_what_is_missing():
    told = heatmap(scores(TABLE)).describe()
    (found,) = told.to_dict()["plots"]
    lines = str(told).splitlines()
    assert lines[0] == "score_s: 4 models, 5 samples."
    assert lines[1] == found["finding"]
    assert "not separated" in lines[1]
    assert any(line.startswith("  best  0.75 (95 % interval 0.30 to 0.95), 4 of 5 samples") for line in lines)
    assert any(line.split() == ["nobody", "1", "(a)"] for line in lines)
    assert "7 absent" in lines[-1]


def test_the_description_of_files_and_pages_says_what_was_found():
    found = drawn(heatmap(scores(TABLE)))
    (report,) = heatmap(scores(TABLE)).describe().to_dict()["plots"]
    description = found.root.findtext(f"{SVG}desc")
    assert report["finding"] in description
    assert "best 0.75 (95 % interval 0.30 to 0.95)" in description
    assert "nobody 1" in description


def test_hostile_names_stay_in_their_line():
    rows = scores({"bad\nname": {"a\r\n1": 1, "b": 0}, "<b>": {"a\r\n1": 0, "b": 0}})
    told = heatmap(rows).describe()
    assert "bad name" in told.text
    assert "\r" not in told.text
    assert "<b>" in told.text


def test_a_plot_of_the_grammar_has_its_plain_description():
    rows = Data.from_dataframe(pd.DataFrame(scores(TABLE)))
    told = plot(cell(rows, x="id", y="model_display_name", fill="score_s")).describe()
    assert told.to_dict()["plots"] == []
    assert told.text.startswith("5 id by 4 model_display_name; colour shows score_s from 0 to 1")


def grades() -> dict[str, dict[str, float]]:
    random = np.random.default_rng(9)
    table = random.integers(0, 11, (5, 40))
    return {f"m{j}": {f"s{i}": float(v) for i, v in enumerate(row)} for j, row in enumerate(table)}


def test_a_threshold_orders_samples_by_how_many_models_reach_it_then_by_their_means():
    table = grades()
    found = picture(scores(table), threshold=7)
    reached = {s: sum(table[m][s] >= 7 for m in table) for s in table["m0"]}
    means = {s: sum(table[m][s] for m in table) for s in table["m0"]}
    assert found.x == sorted(reached, key=lambda s: (reached[s], means[s], int(s[1:])))
    (report,) = heatmap(scores(table), threshold=7).describe().to_dict()["plots"]
    counts = [reached[s] for block in report["blocks"] for s in block["samples"]]
    assert counts == sorted(counts)
    assert {block["label"]: block["count"] for block in report["blocks"]}["1 of 5"] == counts.count(1)
    assert "brings to 7" in report["finding"]
    assert {block["kind"] for block in heatmap(scores(table)).describe().to_dict()["plots"][0]["blocks"]} == {
        "quantile"
    }


@pytest.mark.parametrize("value", ["7", True, [7]])
def test_a_threshold_is_a_number(value):
    with pytest.raises(TypeError, match=r"threshold=.* must be a score"):
        heatmap(scores(TABLE), threshold=value)
    with pytest.raises(ValueError, match="threshold=nan must be a finite score"):
        heatmap(scores(TABLE), threshold=float("nan"))


def written(tmp_path):
    file = tmp_path / "samples.csv"
    lines = [f"{row['id']},{row['model_display_name']},{row['score_s']}" for row in scores(grades())]
    file.write_text("\n".join(["id,model_display_name,score_s", *lines]), encoding="utf-8")
    return str(file)


def test_the_command_prints_text_and_json_and_draws_only_what_is_named(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    source = written(tmp_path)
    assert main(["sample-heatmap", source, "--format", "text"]) == 0
    assert capsys.readouterr().out == str(heatmap(scores(grades())).describe()) + "\n"
    assert [path.name for path in tmp_path.iterdir()] == ["samples.csv"]
    assert main(["sample-heatmap", source, "--format", "json", "-o", "a.svg"]) == 0
    assert json.loads(capsys.readouterr().out) == heatmap(scores(grades())).describe().to_dict()
    assert (tmp_path / "a.svg").exists()
    assert main(["sample-heatmap", source, "--format", "json", "--threshold", "7"]) == 0
    assert json.loads(capsys.readouterr().out) == heatmap(scores(grades()), threshold=7).describe().to_dict()


def test_open_needs_something_to_open(tmp_path, capsys):
    assert main(["sample-heatmap", written(tmp_path), "--format", "text", "--open"]) != 0
    assert "--open with --format needs --output" in capsys.readouterr().err
