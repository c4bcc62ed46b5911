"""Params and selections: what inputs and interactors change, and pictures answer to."""

from __future__ import annotations

from ._param import MOST, Param, ParamValue, check_value
from ._reference import param_of, referenced
from ._selection import Selection, reaches

__all__ = ["MOST", "Param", "ParamValue", "Selection", "check_value", "param_of", "reaches", "referenced"]
