"""Command line: measures, keeps the runs in .work/results.json, and writes RESULTS.md.

Without options all figures are measured anew (about 45 minutes). With options only those are measured anew and
the other runs are kept; --resume measures only what is missing; --report measures nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from .grammar_plan import GRAMMAR_NAMES
from .grammar_report import TITLE as GRAMMAR_TITLE
from .grammar_report import grammar_section
from .large_plan import LARGE_NAMES
from .large_report import TITLE as LARGE_TITLE
from .large_report import large_section
from .live_plan import LIVE_NAMES
from .live_report import TITLE as LIVE_TITLE
from .live_report import live_section
from .log_plan import LOG_FIGURES
from .log_report import log_section, replaced
from .machine import describe, describe_live, describe_logs
from .plan import ALL_CELLS, ALL_LIBRARIES, FIGURES, steps
from .processes import environment_variables
from .report import report
from .settings import ENVIRONMENTS, LOG_RUNS, RESULTS_MD, ROOT, RUNS
from .step import Step
from .store import Store


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--what",
        nargs="+",
        choices=[*FIGURES, *LARGE_NAMES, *GRAMMAR_NAMES, *LIVE_NAMES, *LOG_FIGURES],
        default=list(FIGURES),
        help="figures to measure",
    )
    parser.add_argument("--libs", nargs="+", choices=ALL_LIBRARIES, default=ALL_LIBRARIES, help="libraries to measure")
    parser.add_argument("--cells", nargs="+", type=int, choices=ALL_CELLS, default=ALL_CELLS, help="sizes to measure")
    parser.add_argument("--runs", type=int, help=f"runs of each figure ({RUNS}, of logs {LOG_RUNS})")
    parser.add_argument("--resume", action="store_true", help="keep the runs there are")
    parser.add_argument("--report", action="store_true", help="only write RESULTS.md")
    return parser.parse_args()


@contextmanager
def _mirror() -> Iterator[int]:
    """The CDN's stand-in, for as long as it is needed; its port."""
    command = [sys.executable, "-m", "bench.mirror", "serve"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield int(server.stdout.readline())
        finally:
            server.terminate()


def _measure(step: Step, store: Store, number: int) -> None:
    """One run of one step, if it is still to be made."""
    if len(store.runs(step.figure, step.library, step.cells)) > number:
        return
    if step.over(store.runs(step.figure, step.library, step.cells)):
        return
    try:
        run = step.measure()
    except Exception as problem:  # whatever a library does, the others are measured
        run = {"error": f"{type(problem).__name__}: {problem}".splitlines()[0][:200]}
    store.add(step.key, run)
    print(step.key, number + 1, json.dumps(run), file=sys.stderr, flush=True)


def _measure_all(chosen: list[Step], store: Store) -> None:
    """Figure by figure and size by size; there the libraries take turns, so that a busy minute hits all of them."""
    groups: dict[tuple[str, int], list[Step]] = {}
    for step in chosen:
        groups.setdefault((step.figure, step.cells), []).append(step)
    for group in groups.values():
        for number in range(max(step.runs for step in group)):
            for step in group:
                _measure(step, store, number)


def _page(store: Store, section: str) -> str:
    """The whole page, or the one there is with one section written anew."""
    if section and RESULTS_MD.exists():
        page = RESULTS_MD.read_text(encoding="utf-8")
        if section == "large":
            return replaced(page, large_section(store), LARGE_TITLE)
        if section == "grammar":
            return replaced(page, grammar_section(store), GRAMMAR_TITLE)
        if section == "live":
            return replaced(page, live_section(store, describe_live()), LIVE_TITLE)
        return replaced(page, log_section(store, describe_logs()))
    machines = {"all": describe(), "live": describe_live(), "logs": describe_logs()}
    return report(store, machines, list(steps(list(FIGURES), ALL_LIBRARIES, ALL_CELLS)))


def _section(chosen: list[Step]) -> str:
    """The only section that is measured anew: "logs", "large", "grammar", "live", or none."""
    of = dict.fromkeys(LOG_FIGURES, "logs") | dict.fromkeys(LARGE_NAMES, "large")
    of |= dict.fromkeys(GRAMMAR_NAMES, "grammar") | dict.fromkeys(LIVE_NAMES, "live")
    found = {of.get(step.figure, "") for step in chosen}
    return found.pop() if len(found) == 1 else ""


def main() -> None:
    """Measures and reports."""
    options, store = _arguments(), Store()
    if not Path(ENVIRONMENTS["ours"]).exists():
        sys.exit("no environment with Inspect Viz: make the project's .venv first, or set BENCH_PYTHON")
    chosen = [] if options.report else list(steps(options.what, options.libs, options.cells, options.runs))
    if not options.resume:
        store.forget(step.key for step in chosen)
    section = _section(chosen)
    with _mirror() if chosen and section in ("", "live") else nullcontext(0) as port:
        environment_variables(port)
        _measure_all(chosen, store)
    RESULTS_MD.write_text(_page(store, section), encoding="utf-8")
    print(RESULTS_MD.relative_to(ROOT))


if __name__ == "__main__":
    main()
