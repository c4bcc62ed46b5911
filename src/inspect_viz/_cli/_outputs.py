"""The files that pictures are written to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from inspect_viz._meaning.scores import PREFIX
from inspect_viz._util.suggest import did_you_mean, listing

ENDINGS = (".html", ".htm", ".svg", ".png", ".pdf")
OTHERWISE = "heatmap"


def checked(files: Sequence[str]) -> Sequence[str]:
    """The files to write, before anything slow begins.

    Raises:
        ValueError: If one cannot be written or says no format.
        ImportError: If a package is missing for it.
    """
    from inspect_viz._host._pdf import check_installed

    for file in files:
        path = Path(file)
        if path.suffix.lower() not in ENDINGS:
            accepted = listing(ENDINGS)
            raise ValueError(f"-o {file!r} must end in one of {accepted}.{did_you_mean(path.suffix.lower(), ENDINGS)}")
        if path.is_dir():
            raise ValueError(f"-o {file!r} is a folder")
        if not path.parent.is_dir():
            raise ValueError(f"-o {file!r}: there is no folder {str(path.parent)!r}")
        if path.suffix.lower() == ".pdf":
            check_installed()
    return files


def named_after(sources: Sequence[str], score: str) -> str:
    """The page that is written where no file was named: input and score, such as "logs-includes.html"."""
    return f"{_stem(sources)}-{_word(score)}.html"


def with_score(file: str, score: str) -> str:
    """A file of several scores: "heatmap.png" becomes "heatmap-includes.png"."""
    path = Path(file)
    return str(path.with_name(f"{path.stem}-{_word(score)}{path.suffix}"))


def apart(files: Sequence[Sequence[str]], scores: Sequence[str]) -> Sequence[Sequence[str]]:
    """The files of each score, none of which another score writes, too.

    Raises:
        ValueError: If two scores would write one file.
    """
    taken: dict[str, str] = {}
    for score, own in zip(scores, files, strict=True):
        for file in own:
            other = taken.setdefault(file.lower(), score)
            if other != score:
                raise ValueError(f"--score all: {other!r} and {score!r} would both be {file!r}; name one score")
    return files


def _stem(sources: Sequence[str]) -> str:
    if len(sources) != 1 or re.search(r"[*?]", sources[0]):
        return OTHERWISE
    name = Path(sources[0].split("://", 1)[-1]).resolve().name
    return _word(re.sub(r"(?<=.)\.\w+$", "", re.sub(r"\.gz$", "", name))) or OTHERWISE


def _word(name: str) -> str:
    """A name, or that of a score without its prefix, as a part of the name of a file."""
    return re.sub(r"[^\w.-]+", "-", name.removeprefix(PREFIX)).strip("-.")
