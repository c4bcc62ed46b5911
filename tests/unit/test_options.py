"""Options of the process, and the attributes that plots have by default."""

from __future__ import annotations

import base64
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from inspect_viz import Options, Param, options, options_context
from inspect_viz._spec import compile
from inspect_viz._spec.kinds import literal_values
from inspect_viz.mark import text
from inspect_viz.plot import plot, plot_defaults
from inspect_viz.plot._defaults import KINDS


@pytest.fixture(autouse=True)
def as_before():
    yield
    options.output_format = "auto"
    plot_defaults()


def test_a_context_restores_what_was_before_after_errors_too():
    options.output_format = "js"

    def fails():
        with options_context(output_format="png"):
            assert options.output_format == "png"
            with options_context(output_format="auto"):
                assert options.output_format == "auto"
            options.output_format = "auto"
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert options.output_format == "js"
    assert repr(options) == "Options(output_format='js')"
    assert isinstance(options, Options)
    assert "output_format" in dir(options)


def test_contexts_of_other_threads_are_their_own():
    inside = threading.Event()

    def other():
        inside.wait()
        return options.output_format

    with ThreadPoolExecutor(1) as pool:
        seen = pool.submit(other)
        with options_context(output_format="png"):
            inside.set()
            assert seen.result() == "auto"


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: setattr(options, "output_format", "pgn"), ValueError, "output_format must be one of .*'png'"),
        (lambda: setattr(options, "output_fromat", "png"), TypeError, "unknown option 'output_fromat'. Did you mean"),
        (lambda: options.output, AttributeError, "options: there is no 'output'"),
        (lambda: options_context(output_format=None).__enter__(), ValueError, "must be one of"),
        (lambda: plot_defaults(x_label_anchor="top"), ValueError, "plot_defaults: x_label_anchor must be one of"),
        (lambda: options_context(width=3).__enter__(), TypeError, "options_context: unknown option 'width'"),
    ],
)
def test_options_that_are_none_are_refused(call, error, message):
    with pytest.raises(error, match=message):
        call()


def test_a_cell_shows_an_image_alone_where_that_is_wanted():
    picture = plot(text(text=["a"], x=[1], y=[2]))
    assert set(picture._repr_mimebundle_()) == {"text/html", "text/plain"}
    with options_context(output_format="png"):
        bundle = picture._repr_mimebundle_()
    assert set(bundle) == {"image/png", "text/plain"}
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")


SAMPLES = {
    "float": 1,
    "str": "text",
    "bool": True,
    "Sequence[object]": [0, 1],
    "Sequence[float]": [0, 1],
    "Mapping[str, str]": {"color": "red"},
    "Mapping[str, object]": {"a": 1},
    "Interval": 1,
    "Margins": {"left": 3},
    "Length": 3,
    "object": 1,
}


FORMATS = {name: ".2f" for name in KINDS if name.endswith("tick_format")}
SOME = {"axis": "both", "x_label_anchor": "center", "fx_label_anchor": "center", **FORMATS}


def value_of(kinds):
    kind = kinds[0]
    return literal_values(kind)[0] if literal_values(kind) else SAMPLES[kind]


@pytest.mark.parametrize("name", [name for name in KINDS if name != "name"])
def test_every_default_has_the_effect_of_the_attribute(name):
    value = SOME.get(name) or value_of(KINDS[name])
    given = compile(plot(**{name: value})).spec
    plot_defaults(**{name: value})
    assert compile(plot()).spec == given != {"plot": []}
    plot_defaults()
    assert compile(plot()).spec == {"plot": []}


def test_defaults_can_be_params():
    width = Param(300)
    plot_defaults(width=width)
    assert compile(plot()).spec == {"params": {"p0": {"value": 300}}, "plot": [], "width": "$p0"}
