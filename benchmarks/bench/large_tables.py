"""Large tables: the same call writes the same rows."""

from __future__ import annotations

from pathlib import Path

from .settings import folder
from .tables import MODEL, SCORE


def large_table(samples: int, models: int) -> Path:
    """A parquet file of samples x models, ids and names as dictionaries, some scores missing."""
    file = folder("tables/large") / f"{samples}x{models}.parquet"
    if not file.exists():
        _write(samples, models, file)
    return file


def _write(samples: int, models: int, file: Path) -> None:
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    rng = np.random.default_rng(samples + models)
    ability, difficulty = rng.normal(0.5, 1, models), rng.normal(0, 1.5, samples)
    noise = rng.normal(0, 0.7, (samples, models))
    scores = (1 / (1 + np.exp(difficulty[:, None] - ability[None, :] - noise))).round(3).ravel()
    missing = rng.random(scores.size) < 0.001
    ids = pa.DictionaryArray.from_arrays(
        np.repeat(np.arange(samples, dtype=np.int32), models), pa.array([f"q{i + 1}" for i in range(samples)])
    )
    names = pa.DictionaryArray.from_arrays(
        np.tile(np.arange(models, dtype=np.int32), samples), pa.array([f"model-{j + 1}" for j in range(models)])
    )
    table = pa.table({"id": ids, MODEL: names, SCORE: pa.array(scores, mask=missing)})
    pq.write_table(table, file)
