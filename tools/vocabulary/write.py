"""From the model to Python text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from .explain import attribute_line, mark_lines, option_line
from .explanations import LEGEND
from .mixins import Mixin, mixins
from .names import MARK_NAMES, TRANSFORM_NAMES, pascal, snake
from .schema import Atoms, Vocabulary

NOTE = "Written by tools/generate_vocabulary.py from Mosaic's schema; do not edit."
HAND_TYPES = {"Channel", "ChannelSpec", "ChannelIntervalSpec", "Channels", "FilterBy", "Interval", "SortOrder"}
SPELLINGS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "ChannelName": lambda value: (snake(value), value),
    "SelectFilter": lambda value: (snake(value), value),
    "ColorScheme": lambda value: (value, value.lower()),
    "Fixed": lambda value: (value, value.lower()),
}
"""Enumerations whose values have two spellings; the first is the one that messages show."""


def files(vocabulary: Vocabulary) -> dict[str, str]:
    """File name -> text."""
    return {
        "__init__.py": f'"""The vocabulary of the grammar. {NOTE}"""\n',
        "literals.py": literals(vocabulary),
        "options.py": options(vocabulary),
        "attributes.py": attributes(vocabulary),
        "tables.py": tables(vocabulary),
        "transforms.py": transforms(vocabulary),
        "explanations.py": explanations(vocabulary),
    }


def header(title: str, *imports: str) -> str:
    lines = [f'"""{title} {NOTE}"""', "", "from __future__ import annotations", "", *imports]
    return "\n".join(lines) + "\n"


def literals(vocabulary: Vocabulary) -> str:
    text = header("Enumerations.", "from typing import Literal, TypeAlias")
    for name, values in sorted(vocabulary.literals.items()):
        shown = dict.fromkeys(s for v in values for s in (SPELLINGS[name](v) if name in SPELLINGS else (v,)))
        text += f"\n{name}: TypeAlias = Literal[\n" + "".join(f"    {json.dumps(v)},\n" for v in shown) + "]\n"
    return text


def imports_of(vocabulary: Vocabulary, types: Iterable[Atoms]) -> list[str]:
    """Import lines for the literals and hand-written types among `types`."""
    atoms = {atom for group in types for atom in group}
    from_abc = sorted({a.partition("[")[0] for a in atoms if a.startswith(("Sequence", "Mapping"))})
    names = sorted(atoms & set(vocabulary.literals))
    hand = sorted(atoms & HAND_TYPES)
    literal = ["Literal"] if any(a.startswith("Literal") for a in atoms) else []
    return [
        *([f"from collections.abc import {', '.join(from_abc)}"] if from_abc else []),
        f"from typing import {', '.join([*literal, 'TypedDict'])}",
        "",
        "from inspect_viz._params import Param",
        *([f"from inspect_viz._spec.types import {', '.join(hand)}", ""] if hand else []),
        *(["from .literals import (", *(f"    {n}," for n in names), ")", ""] if names else []),
    ]


def annotation(atoms: Atoms) -> str:
    return " | ".join(a.replace('"', "'") for a in atoms)


def typed_dict(name: str, bases: Iterable[str], fields: Mapping[str, tuple[str, str]], about: str) -> str:
    """A TypedDict of fields name -> (annotation, explanation)."""
    parents = ", ".join(bases) or "TypedDict"
    text = f'\n\nclass {name}({parents}, total=False):\n    """{about}"""\n'
    for field, (kind, line) in fields.items():
        text += f'\n    {field}: {kind}\n    """{line}"""\n'
    return text


def following(atoms: Atoms) -> str:
    """The types with that of params, which can stand for any value; channels say so themselves."""
    own = {"Channel", "ChannelSpec", "ChannelIntervalSpec", "Channels", "SortOrder", "FilterBy"}
    if own & {*atoms}:
        return annotation(atoms)
    values = [atom for atom in atoms if atom != "None"]
    return annotation((*values, "Param", *(["None"] if "None" in atoms else [])))


def option_fields(slots: Iterable[tuple[str, Atoms]]) -> dict[str, tuple[str, str]]:
    return {snake(k): (following(atoms), option_line(snake(k))) for k, atoms in slots}


def class_name(mark: str) -> str:
    return f"{pascal(mark)}MarkOptions"


def own_slots(vocabulary: Vocabulary, mark: str, groups: list[Mixin]) -> list[tuple[str, Atoms]]:
    shared = {slot for group in groups if mark in group.marks for slot in group.options}
    return [slot for slot in vocabulary.marks[mark].items() if slot not in shared]


def options(vocabulary: Vocabulary) -> str:
    groups = mixins(vocabulary)
    types = [t for m in vocabulary.marks.values() for t in m.values()]
    types += [t for n in vocabulary.nested.values() for t in n.values()]
    text = header("Options of the marks.", *imports_of(vocabulary, types)).rstrip() + "\n"
    for name in ("TipFormat", "TipOptions"):
        text += typed_dict(name, [], option_fields(vocabulary.nested[name].items()), f"{name}.")
    for group in groups:
        about = "Options of every mark." if len(group.marks) == len(vocabulary.marks) else "Options that marks share."
        text += typed_dict(group.name, [], option_fields(group.options), about)
    styles = {"styles": ("TextStyles", option_line("styles"))}
    text += typed_dict("StyledOptions", ["TextStyles"], styles, "Options of marks that draw text.")
    for mark in sorted(vocabulary.marks):
        bases = ["StyledOptions" if g.name == "TextStyles" else g.name for g in groups if mark in g.marks]
        fields = option_fields(own_slots(vocabulary, mark, groups))
        text += typed_dict(class_name(mark), bases, fields, f"Options of the {mark} mark.")
    return text


def attributes(vocabulary: Vocabulary) -> str:
    own = ("name", "width", "height", "xLabel", "yLabel", "fxLabel", "fyLabel")
    types = [*vocabulary.attributes.values(), *vocabulary.nested["Margins"].values()]
    text = header("Attributes of plots and legends.", *imports_of(vocabulary, types)).rstrip() + "\n"
    margins = {k: (annotation(v), option_line(f"margin_{k}")) for k, v in vocabulary.nested["Margins"].items()}
    text += typed_dict("Margins", [], margins, "Distances between the edges of a plot and its frame.")
    fields = {snake(k): (following(v), attribute_line(snake(k))) for k, v in vocabulary.attributes.items()}
    plot = {k: v for k, v in fields.items() if k not in map(snake, own)}
    free = {name: plot.pop(name) for name in [*plot] if name != "margins"}
    text += typed_dict("ViewAttributes", [], free, "Attributes of a plot, without those that views take as arguments.")
    text += typed_dict("PlotAttributes", ["ViewAttributes"], plot, "Attributes of a plot.")
    rest = {snake(k): fields[snake(k)] for k in own if k != "name"}
    text += typed_dict("PlotDefaults", ["PlotAttributes"], rest, "Attributes that plots can have by default.")
    legend = {snake(k): (annotation(v), LEGEND[snake(k)]) for k, v in vocabulary.legend.items() if snake(k) in LEGEND}
    return text + typed_dict("LegendOptions", [], legend, "Options of a legend that Mosaic knows.")


def tables(vocabulary: Vocabulary) -> str:
    imports = ["from . import options", ""]
    text = header("Tables for checks when a function is called.", *imports)
    text += "\nMARKS: dict[str, tuple[str, type, dict[str, str]]] = {\n"
    for mark, leading in sorted(vocabulary.leading.items()):
        name = MARK_NAMES.get(mark, snake(mark))
        shown = ", ".join(f'"{snake(k)}": "{annotation(v)}"' for k, v in leading.items())
        text += f'    "{mark}": ("{name}", options.{class_name(mark)}, {{{shown}}}),\n'
    return text + '}\n"""Mark -> (Python name, its options, the types of its leading arguments)."""\n'


def transforms(vocabulary: Vocabulary) -> str:
    text = header("Names of transforms.")
    text += "\nTRANSFORMS: dict[str, tuple[str, str]] = {\n"
    for name, group in sorted(vocabulary.transforms.items()):
        text += f'    "{TRANSFORM_NAMES.get(name, snake(name))}": ("{name}", "{group}"),\n'
    text += '}\n"""Python name -> (name in Mosaic, group)."""\n'
    names = "".join(f'    "{name}",\n' for name in vocabulary.aggregates)
    return (
        text + f'\nAGGREGATES: frozenset[str] = frozenset((\n{names}))\n"""Functions of SQL that are aggregates."""\n'
    )


def explanations(vocabulary: Vocabulary) -> str:
    slots = [*vocabulary.marks.values(), *vocabulary.leading.values(), *vocabulary.nested.values()]
    option_names = sorted({"styles", *(snake(k) for group in slots for k in group)})
    text = header("One line about each name.")
    text += dictionary("OPTIONS", {name: option_line(name) for name in option_names})
    lines = "".join(f"    {json.dumps(k)}: {json.dumps(v)},\n" for k, v in sorted(mark_lines(vocabulary).items()))
    text += f"\nMARKS: dict[str, dict[str, str]] = {{\n{lines}}}\n"
    text += '"""What options mean in single marks, where that is not what they mean elsewhere."""\n'
    return text + dictionary("ATTRIBUTES", {snake(k): attribute_line(snake(k)) for k in sorted(vocabulary.attributes)})


def dictionary(name: str, entries: Mapping[str, str]) -> str:
    lines = "".join(f"    {json.dumps(k)}: {json.dumps(v)},\n" for k, v in entries.items())
    return f"\n{name}: dict[str, str] = {{\n{lines}}}\n"
