"""What runs inside a library's own environment, in a fresh process.

python -m bench.child html|png|svg LIBRARY TABLE FILE
python -m bench.child two-png LIBRARY TABLE FILE TABLE2 FILE2     in one process; prints one line of JSON
"""

from __future__ import annotations

import sys
import time

from .adapters import adapter

_STARTS = ("subprocess.Popen", "os.posix_spawn", "os.exec", "os.system")


def _png_twice(name: str, table: str, file: str, table2: str, file2: str) -> None:
    import json

    programs: set[str] = set()
    sys.addaudithook(lambda event, given: programs.update(_programs(given)) if event in _STARTS else None)
    draw = adapter(name).png
    assert draw is not None
    draw(table, file)
    first = time.time()
    draw(table2, file2)
    second = time.time()
    print(json.dumps({"first_done": first, "second_s": second - first, "programs": sorted(programs)}))


def _programs(given: tuple[object, ...]) -> set[str]:
    """Base names of a program that is started and of its first arguments (a wrapper's argument is the real program)."""
    words = [w for part in given[:2] for w in (part if isinstance(part, (list, tuple)) else [part])][:4]
    return {str(word).split(" ")[0].rsplit("/", 1)[-1] for word in words}


def main(what: str, name: str, *files: str) -> None:
    """Runs one command of the list above."""
    if what == "two-png":
        _png_twice(name, *files)
    else:
        getattr(adapter(name), what)(*files)


if __name__ == "__main__":
    main(*sys.argv[1:])
