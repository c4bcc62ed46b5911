"""Makes the example log with tool calls: `python examples/make_agent_log.py [FOLDER]`.

Of its transcript the calls of the model stay: they are where `messages_df` of inspect_ai reads messages.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from agent import small_bugs
from inspect_ai import eval
from inspect_ai.log import EvalLog, list_eval_logs, read_eval_log, write_eval_log
from tidy import tidied


def main(folder: str = str(Path(__file__).parent / "agents")) -> None:
    """Runs the agent on all bugs and writes its log."""
    target = Path(folder).resolve()
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made:
        eval(small_bugs(), "tiny-agent/mender", log_dir=made, log_level="error", display="none", max_samples=1)
        log = tidied(_short(read_eval_log(list_eval_logs(made)[0])), transcript=True)
    write_eval_log(log, str(target / "tiny-agent.eval"), format="eval")
    print(f"{log.status}, {len(log.samples or [])} samples")


def _short(log: EvalLog) -> EvalLog:
    """The log with nothing but calls of the model in its transcript."""
    for sample in log.samples or []:
        sample.events = [event.model_copy(update={"call": None}) for event in sample.events if event.event == "model"]
    return log


if __name__ == "__main__":
    main(*sys.argv[1:])
