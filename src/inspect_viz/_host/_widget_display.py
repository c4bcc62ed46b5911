"""How a notebook shows a living picture: two outputs, a still picture and the widget that hides it while it lives."""

from __future__ import annotations

import importlib.util
import sys
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from inspect_viz._spec import compile
from inspect_viz._util.ending import native_work
from inspect_viz._util.stack import outside
from inspect_viz._util.text import well_formed

from ._alive import is_living
from ._figure import figure_of
from ._notebook import HTML, PLAIN, image
from ._v8 import warm_up

if TYPE_CHECKING:
    from inspect_viz._spec.nodes import Drawable

    from ._chosen import Chosen
    from ._widget import PictureWidget

NO_WIDGET = (
    "This picture stands still in the notebook: its inputs and interactors need the package anywidget. "
    "Install it with pip install 'inspect-viz[notebook]', and restart the kernel."
)

VIEW = "application/vnd.jupyter.widget-view+json"

# In a file that is opened again there is no widget, and JupyterLab says so below the picture.
QUIET = (
    ".jp-OutputArea-child:has([data-inspect-viz-still])+.jp-OutputArea-child "
    ".jupyter-widgets:not(.widget-box):not(:has(*)){display:none}"
)


def display_living(component: Drawable, chosen: Chosen) -> bool:
    """Show a picture whose readers change it: a still one that files keep, then the widget that takes its place.

    Returns:
        Whether it was shown: not for other pictures, nor where nothing can answer.
    """
    if not _hears_widgets() or not can_live(component, chosen):
        return False
    _display(component, chosen)
    return True


def can_live(component: Drawable, chosen: Chosen) -> bool:
    """Whether readers change the picture, in itself or in another one; without the package of widgets it stands still.

    Warns where the package is missing.
    """
    if not (is_living(component.node) or compile(component, chosen.among).changed_by):
        return False
    if importlib.util.find_spec("anywidget") is None:
        warnings.warn(NO_WIDGET, stacklevel=outside())
        return False
    return True


def _hears_widgets() -> bool:
    """Whether the running IPython is a kernel, which pages can ask."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return getattr(shell, "kernel", None) is not None


def _display(component: Drawable, chosen: Chosen) -> None:
    from IPython.display import publish_display_data

    publish: Callable[[dict[str, object]], None] = publish_display_data
    widget, still = made(component, chosen)
    publish({HTML: still, PLAIN: repr(component)})
    view = {"version_major": 2, "version_minor": 0, "model_id": widget.model_id}
    publish({VIEW: view, PLAIN: ""})


def made(component: Drawable, chosen: Chosen) -> tuple[PictureWidget, str]:
    """The widget of a picture, and the HTML of its still one."""
    from ._open import OpenPicture
    from ._widget import PictureWidget

    with native_work():
        warm_up()
        opened = OpenPicture(component, among=chosen.among)
        opened.picture = replace(opened.picture, beside=())  # the others begin as they are, not as at first
        try:
            figure = figure_of(opened, planes=True, engine="none", explored=False)
        except BaseException:
            opened.close()
            raise
    for message in figure.drawing.warnings:
        warnings.warn(well_formed(message), stacklevel=outside())
    living = figure.living
    assert living
    given = {"key": living.nonce, "recording": living.recording.decode("utf-8"), "answers": living.answers}
    still = f'<div data-inspect-viz-still="{living.nonce}">{image(figure)}</div><style>{QUIET}</style>'
    return PictureWidget(component, chosen, opened, **given), still
