"""Writes src/inspect_viz/_generated from Mosaic's JSON schema; with --check only says whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from vocabulary.schema import read
from vocabulary.write import files

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "runtime/node_modules/@uwdata/mosaic-spec/dist/mosaic-schema.json"
TARGET = ROOT / "src/inspect_viz/_generated"


def outdated(texts: dict[str, str], folder: Path) -> list[str]:
    """Names of the files in `folder` that differ from `texts`, are missing, or are too many."""
    present = {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*.py")}
    return sorted(n for n in {*texts, *present} if texts.get(n) != present.get(n))


def write(texts: dict[str, str], folder: Path) -> None:
    """Writes all files and removes those that are no longer made."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.py"):
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def main(arguments: list[str], folder: Path = TARGET) -> int:
    """Exit code 1 when `--check` finds a difference."""
    if not SCHEMA.exists():
        print(f"{SCHEMA.relative_to(ROOT)} is missing: run `npm ci` in runtime/ first", file=sys.stderr)
        return 2
    texts = files(read(SCHEMA))
    if arguments == ["--check"]:
        changed = outdated(texts, folder)
        if changed:
            print(f"out of date: {', '.join(changed)}; run tools/generate_vocabulary.py", file=sys.stderr)
        return int(bool(changed))
    write(texts, folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
