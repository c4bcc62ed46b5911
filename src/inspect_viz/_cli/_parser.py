"""What can be typed after `inspect-viz`."""

from __future__ import annotations

import argparse
import math
import sys
from typing import NoReturn

from inspect_viz._version import __version__

DESCRIPTION = "Pictures of what happened in Inspect AI evaluations, sample by sample."

EPILOG = """\
start here:
  inspect-viz sample-heatmap logs                 all logs of a folder -> logs-SCORE.html
  inspect-viz sample-heatmap --help               everything it can do
  inspect-viz samples logs -o samples.parquet     all samples as a table
  inspect-viz problems logs                       what is wrong with them
"""

HEATMAP = """\
Draws every sample against every model, the score as colour. The page is one file: it needs no network, opens from
disk, and shows the exact values under the pointer.

A cell is the mean over the epochs that have a score. Errors, limits, missing scores and missing samples are marked,
and counted in the legend.
"""

HEATMAP_EPILOG = """\
examples:
  inspect-viz sample-heatmap logs
      The logs of a folder and its subfolders, as a page. When they hold several scores, the error lists them.

  inspect-viz sample-heatmap logs --score all
      A page for each score: logs-includes.html, logs-closeness.html.

  inspect-viz sample-heatmap logs --score includes -o heatmap.html -o heatmap.png
      One of the scores (the column score_includes), as a page and as a picture for a document.

  inspect-viz sample-heatmap logs --score includes --where "task_name = 'math'" --limit 50
      The 50 hardest samples of one task.

  inspect-viz sample-heatmap a.eval b.eval c.json --sort none --orientation vertical --open
      These logs, in the order of the files, samples from top to bottom, opened in the browser.

  inspect-viz sample-heatmap logs --log-viewer logs=https://evals.example.org/viewer
      A click on a cell opens the sample in the published log viewer ('inspect view bundle' makes one).

  inspect-viz sample-heatmap logs --log-viewer http://127.0.0.1:7575
      A click opens it in the log viewer of this machine ('inspect view --log-dir logs' starts it).

  inspect-viz sample-heatmap samples.parquet --score score_match
      A table of samples with the columns id, model_display_name (or model) and a score: parquet, csv, json, xlsx, ...

  inspect-viz sample-heatmap s3://bucket/logs
      Logs in a store (needs:  pip install fsspec s3fs).
"""

SAMPLES = """\
Writes a table with one row for each sample and epoch of evaluation logs: the columns of inspect_ai's samples_df.
"""

SAMPLES_EPILOG = """\
examples:
  inspect-viz samples logs -o samples.parquet
  inspect-viz samples logs -o samples.csv --columns id,epoch,model,score_*
  inspect-viz samples logs -o math.parquet --where "task_name = 'math' and epoch = 1"
"""

PROBLEMS = """\
Lists what cannot be read of evaluation logs and what looks wrong about them: models with one name, models that were
run twice, tasks that share ids, inputs or versions that differ between logs, logs that lack samples that others have.
Exit code 1 if a log could not be read.
"""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        print(f"inspect-viz: {' '.join(message.split())} (see: {self.prog} --help)", file=sys.stderr)
        raise SystemExit(2)


def parser() -> argparse.ArgumentParser:
    """The command line of all commands."""
    top = Parser("inspect-viz", description=DESCRIPTION, epilog=EPILOG, formatter_class=_Formatter, allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"inspect-viz {__version__}")
    top.set_defaults(run=lambda _: _print_help(top))
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    _add_sample_heatmap(commands)
    _add_samples(commands)
    _add_problems(commands)
    return top


def _print_help(shown: argparse.ArgumentParser) -> int:
    shown.print_help()
    return 0


_Formatter = argparse.RawDescriptionHelpFormatter


def _add_sample_heatmap(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "sample-heatmap",
        help="every sample against every model, the score as colour",
        description=HEATMAP,
        epilog=HEATMAP_EPILOG,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    command.set_defaults(run=_sample_heatmap)
    _add_source(command)
    _add_picture(command)


def _add_source(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add(
        "sources", nargs="+", metavar="LOGS_OR_TABLE", help="folders of logs and log files (.eval, .json), or one table"
    )
    add(
        "--score",
        metavar="NAME",
        help="the score to show, needed when there are several; 'match' means score_match, too; "
        "'all' draws a picture of each",
    )
    _add_where(command)
    _add_reading(command)


def _add_reading(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add(
        "--log-viewer",
        action="append",
        default=[],
        type=_folder_and_url,
        metavar="[DIR=]URL",
        help="link samples to the log viewer at URL, which shows the logs in DIR, or the folder that was given, as "
        "'inspect view --log-dir logs' does at http://127.0.0.1:7575; can be repeated",
    )
    add("--skip-unreadable", action="store_true", help="leave out logs that cannot be read, with a note for each")
    _add_cache(command)


def _add_where(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--where", metavar="SQL", help="the condition that rows must meet, such as \"task_name = 'math' and epoch = 1\""
    )


def _add_cache(command: argparse.ArgumentParser) -> None:
    command.add_argument("--no-cache", action="store_true", help="read all logs anew and keep nothing for next time")


def _add_samples(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "samples",
        help="a table of all samples of logs",
        description=SAMPLES,
        epilog=SAMPLES_EPILOG,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    command.set_defaults(run=_samples)
    add = command.add_argument
    _add_logs(command)
    add("-o", "--output", required=True, metavar="FILE", help="where to write: .parquet, .csv or .arrow")
    add("--columns", action="append", metavar="NAMES", help="names or patterns, separated by commas; can be repeated")
    _add_where(command)
    add("--full", action="store_true", help="inputs and metadata unshortened, which takes longer")
    _add_reading(command)


def _add_problems(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "problems",
        help="what is wrong with logs",
        description=PROBLEMS,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    command.set_defaults(run=_problems)
    _add_logs(command)
    _add_cache(command)


def _add_logs(command: argparse.ArgumentParser) -> None:
    command.add_argument("logs", nargs="+", metavar="LOGS", help="folders of logs and log files (.eval, .json)")


def _add_picture(command: argparse.ArgumentParser) -> None:
    add = command.add_argument
    add(
        "-o",
        "--output",
        action="append",
        metavar="FILE",
        help="where to write: .html, .svg, .png or .pdf; can be repeated (default: input and score, such as "
        "logs-includes.html)",
    )
    add("--title", metavar="TEXT", help="a title above the picture")
    add(
        "--sort",
        choices=("ascending", "descending", "none"),
        default="ascending",
        help="ascending: best model and easiest sample at the top right (default); descending: at the bottom left; "
        "none: the order of the data",
    )
    add(
        "--orientation",
        choices=("horizontal", "vertical"),
        default="horizontal",
        help="samples from left to right (default), or from top to bottom",
    )
    add("--limit", type=_count, metavar="N", help="only the N hardest samples")
    add("--color-scheme", metavar="NAME", help="another colour scheme, such as viridis, blues or cividis")
    add("--no-margins", action="store_true", help="without means, intervals and numbers of samples beside the models")
    add(
        "--width", type=_pixels, metavar="N", help="width of the picture in pixels (default: 700, less for few samples)"
    )
    add("--height", type=_pixels, metavar="N", help="height of the picture in pixels (default: follows the models)")
    add("--threshold", type=float, metavar="SCORE", help="the least score that solves a sample, such as 7 of 10")
    add("--lower-is-better", action="store_true", help="the lower a score the better, as for losses")
    add(
        "--group",
        action="append",
        metavar="COLUMN",
        help="samples, or models, in blocks by a column, such as metadata_topic; can be repeated",
    )
    add(
        "--topics", action="store_true", help="with --group: one column a group of samples, with the mean of each model"
    )
    add("--bars", action="append", metavar="COLUMN", help="a column as a thin bar beside the cells; can be repeated")
    add("--suspects", action="store_true", help="diamonds at samples that strong models fail and weak ones pass")
    add(
        "--score-range",
        type=float,
        nargs=2,
        metavar=("LOW", "HIGH"),
        help="lowest and highest score that there can be, for the colours (default: 0 to 1, else what is drawn)",
    )
    add(
        "--format",
        choices=("text", "json"),
        help="print what the picture shows, in words or as JSON; a picture is then drawn only with --output",
    )
    add("--open", action="store_true", help="open the first file that was written")


def _sample_heatmap(arguments: argparse.Namespace) -> int:
    from ._sample_heatmap import run

    return run(arguments)


def _samples(arguments: argparse.Namespace) -> int:
    from ._logs import run_samples

    return run_samples(arguments)


def _problems(arguments: argparse.Namespace) -> int:
    from ._logs import run_problems

    return run_problems(arguments)


def _pixels(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} must be a number of pixels above zero")
    return number


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} must be a whole number above zero")
    return int(text)


def _folder_and_url(text: str) -> tuple[str, str]:
    """An address by itself has no folder."""
    if text.startswith(("https://", "http://")):
        return "", text
    folder, equals, url = text.partition("=")
    if not (folder and equals and url):
        raise argparse.ArgumentTypeError(
            f"{text!r} must be an address, or DIR=URL, such as logs=https://evals.example.org/viewer"
        )
    if not url.startswith(("https://", "http://")):
        raise argparse.ArgumentTypeError(f"{url!r} must be an address that starts with https:// or http://")
    return folder, url
