"""Which logs are one run, which of them stands for it, and what runs of one model are called.

It knows neither logs nor pictures: both tell it what they know of evaluations.
"""

from ._evaluation import SETTINGS, Evaluation, evaluation_of
from ._names import Name, named_apart
from ._runs import Run, runs_of

__all__ = ["SETTINGS", "Evaluation", "Name", "Run", "evaluation_of", "named_apart", "runs_of"]
