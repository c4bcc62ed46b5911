"""Hosts: where a picture goes. Each chooses who answers its questions and says where the drawing stands."""

from inspect_viz._engine import LimitError, Limits

from ._analysis import analyse
from ._board import Selected
from ._chosen import Change, Chosen
from ._describe import Description, describe
from ._errors import DrawingError, RuntimeUnavailable
from ._html_page import HtmlPage
from ._marimo import marimo_display
from ._notebook import mimebundle
from ._said import said
from ._show import show
from ._widget_display import display_living
from ._write import save, to_html, write_html, write_pdf, write_png, write_png_async, write_svg

__all__ = [
    "Change",
    "Chosen",
    "Description",
    "DrawingError",
    "HtmlPage",
    "LimitError",
    "Limits",
    "RuntimeUnavailable",
    "Selected",
    "analyse",
    "describe",
    "display_living",
    "marimo_display",
    "mimebundle",
    "said",
    "save",
    "show",
    "to_html",
    "write_html",
    "write_pdf",
    "write_png",
    "write_png_async",
    "write_svg",
]
