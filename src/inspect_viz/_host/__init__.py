"""Hosts: where a picture goes. Each chooses who answers its questions and says where the drawing stands."""

from inspect_viz._engine import LimitError, Limits

from ._analysis import analyse
from ._describe import Description, describe
from ._errors import DrawingError, RuntimeUnavailable
from ._html_page import HtmlPage
from ._notebook import mimebundle
from ._show import show
from ._write import save, to_html, write_html, write_pdf, write_png, write_png_async, write_svg

__all__ = [
    "Description",
    "DrawingError",
    "HtmlPage",
    "LimitError",
    "Limits",
    "RuntimeUnavailable",
    "analyse",
    "describe",
    "mimebundle",
    "save",
    "show",
    "to_html",
    "write_html",
    "write_pdf",
    "write_png",
    "write_png_async",
    "write_svg",
]
