"""Pictures that were drawn anew and differ, before and after, on a page of docs/gallery/changed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "changed"


def kept(*folders: Path) -> dict[Path, str]:
    """The pictures of folders as they are."""
    return {file: file.read_text(encoding="utf-8") for folder in folders for file in sorted(folder.glob("*.svg"))}


def show(before: dict[Path, str], after: dict[Path, str], folder: Path = FOLDER) -> Path | None:
    """Write the page of all pictures that differ, and return its path; None where none does."""
    sys.path.insert(0, str(HERE.parents[1] / "tests" / "pictures"))
    import changes

    shutil.rmtree(folder, ignore_errors=True)
    differ = [file for file in sorted({*before, *after}) if before.get(file) != after.get(file)]
    if not differ:
        return None
    folder.mkdir()
    for file in differ:
        for text, ending in ((before.get(file), "svg"), (after.get(file), "changed.svg")):
            if text is not None:
                (folder / f"{file.parent.name}-{file.stem}.{ending}").write_text(text, encoding="utf-8")
    return Path(changes.update(folder))
