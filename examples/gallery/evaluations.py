"""The tables of the gallery: `runs` (a row for each model and benchmark) and `samples` (a row for each sample)."""

from pathlib import Path

from inspect_viz import Data

HERE = Path(__file__).parent
runs = Data.from_file(HERE / "runs.csv")
samples = Data.from_file(HERE / "samples.csv")
