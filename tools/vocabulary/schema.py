"""From the schema to a small model: literals, options with their types, marks, attributes, transforms."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .names import (
    ADDED,
    ANONYMOUS,
    ENUMERATIONS,
    HAND_WRITTEN,
    LEADING,
    LEADING_OF,
    MISNAMED,
    NARROWER,
    NESTED,
    RENAMED,
    UNLISTED_TRANSFORMS,
    UNTYPED,
)

Node = dict[str, Any]
Atoms = tuple[str, ...]
PRIMITIVES = {"number": "float", "string": "str", "boolean": "bool", "null": "None", "object": "Mapping[str, object]"}


@dataclass
class Vocabulary:
    """Everything that the writer needs, with the schema's own (camel-case) names as keys."""

    literals: dict[str, Atoms] = field(default_factory=dict)
    nested: dict[str, dict[str, Atoms]] = field(default_factory=dict)
    marks: dict[str, dict[str, Atoms]] = field(default_factory=dict)
    leading: dict[str, dict[str, Atoms]] = field(default_factory=dict)
    attributes: dict[str, Atoms] = field(default_factory=dict)
    transforms: dict[str, str] = field(default_factory=dict)
    aggregates: list[str] = field(default_factory=list)
    legend: dict[str, Atoms] = field(default_factory=dict)


class Reader:
    """Turns schema nodes into tuples of type names."""

    def __init__(self, definitions: dict[str, Node]) -> None:
        self.definitions = definitions
        self.vocabulary = Vocabulary()

    def resolve(self, node: Node) -> Node:
        """The definition that a reference points at."""
        found: Node = self.definitions[node["$ref"].rpartition("/")[2]]
        return found

    def atoms(self, node: Node, key: str) -> Atoms:
        """The types that a schema node accepts, each once, in order; references to params are left out."""
        if "$ref" in node:
            return self.reference(node["$ref"].rpartition("/")[2], key)
        if "anyOf" in node:
            return self.union(node["anyOf"], key)
        if "enum" in node or "const" in node:
            return self.constants([node], key)
        if node.get("type") == "array":
            return ("Sequence[float]",) if node.get("items") == {"type": "number"} else ("Sequence[object]",)
        if node.get("properties"):
            return self.nested(node, key)
        if key == "channels":
            return ("Channels",)
        return self.primitive(node)

    def reference(self, name: str, key: str) -> Atoms:
        if name == "ParamRef":
            return ()
        if name in HAND_WRITTEN:
            return (HAND_WRITTEN[name],)
        if name in ENUMERATIONS:
            self.enumeration(name)
            extra = {True: "bool", False: "bool", None: "None"}
            values = [v for v in self.definitions[name].get("enum", []) if not isinstance(v, str)]
            return unique([RENAMED.get(name, name), *(extra[v] for v in values)])
        return self.atoms(self.definitions[name], key)

    def enumeration(self, name: str) -> None:
        values = [*self.strings(self.definitions[name]), *ADDED.get(name, ())]
        self.vocabulary.literals[RENAMED.get(name, name)] = unique(values)

    def strings(self, node: Node) -> list[str]:
        """All texts of an enumeration, references resolved."""
        if "$ref" in node:
            return self.strings(self.resolve(node))
        parts = [s for part in node.get("anyOf", []) for s in self.strings(part)]
        values = [node["const"]] if "const" in node else node.get("enum", [])
        return parts + [v for v in values if isinstance(v, str)]

    def union(self, parts: list[Node], key: str) -> Atoms:
        constants = [p for p in parts if "const" in p]
        others = [p for p in parts if "const" not in p]
        found = [atom for part in others for atom in self.atoms(part, key)]
        return unique([*self.constants(constants, key), *found])

    def constants(self, nodes: list[Node], key: str) -> Atoms:
        values = unique(s for node in nodes for s in self.strings(node))
        flags = ["bool"] if any(isinstance(n.get("const"), bool) for n in nodes) else []
        if not values:
            return unique(flags)
        if len(values) == 1 and values not in ANONYMOUS:
            return unique([f"Literal[{json.dumps(values[0])}]", *flags])
        name = ANONYMOUS.get(values, key[:1].upper() + key[1:])
        self.vocabulary.literals[name] = values
        return unique([name, *flags])

    def nested(self, node: Node, key: str) -> Atoms:
        name = NESTED[key]
        self.vocabulary.nested[name] = {k: self.atoms(v, k) for k, v in node["properties"].items()}
        return (name,)

    def primitive(self, node: Node) -> Atoms:
        kinds = node.get("type")
        if kinds is None:
            return ("object",)
        return tuple(PRIMITIVES[k] for k in ([kinds] if isinstance(kinds, str) else kinds))


def unique(items: Iterable[str]) -> Atoms:
    return tuple(dict.fromkeys(items))


def read(path: Path) -> Vocabulary:
    """The vocabulary of the schema file at `path`."""
    reader = Reader(json.loads(path.read_text(encoding="utf-8"))["definitions"])
    for name in ENUMERATIONS:
        reader.enumeration(name)
    for part in reader.definitions["PlotMark"]["anyOf"]:
        read_mark(reader, reader.resolve(part))
    read_attributes(reader)
    read_transforms(reader)
    reader.vocabulary.aggregates = aggregates(path.parents[2] / "mosaic-sql/dist/src/ast/aggregate.js")
    return reader.vocabulary


def read_mark(reader: Reader, node: Node) -> None:
    """Takes in the definition of one mark; the variants of a mark are united."""
    variants = [v["properties"] for v in node.get("anyOf", [node])]
    kind = variants[0]["mark"]["const"]
    options: dict[str, Atoms] = {}
    for variant in variants:
        for name, value in variant.items():
            key = MISNAMED.get(kind, {}).get(name, name)
            if key not in ("mark", "data"):
                found = [atom for atom in reader.atoms(value, key) if atom not in NARROWER.get(key, ())]
                options[key] = unique([*options.get(key, ()), *found])
    options["shiftOverlappingText"] = ("bool",)
    if "data" in variants[0]:
        options["filterBy"] = ("FilterBy",)
    leading = LEADING_OF.get(kind, LEADING)
    reader.vocabulary.leading[kind] = {k: options[k] for k in leading if k in options}
    reader.vocabulary.marks[kind] = {k: v for k, v in options.items() if k not in leading}


def read_attributes(reader: Reader) -> None:
    properties = reader.definitions["PlotAttributes"]["properties"]
    reader.vocabulary.attributes = {k: UNTYPED.get(k) or reader.atoms(v, k) for k, v in properties.items()}
    legend = reader.definitions["PlotLegend"]["properties"]
    reader.vocabulary.legend = {k: reader.atoms(v, k) for k, v in legend.items()}


def aggregates(path: Path) -> list[str]:
    """The functions by which Mosaic knows that SQL reduces the rows of a group to one value."""
    _, _, listed = path.read_text(encoding="utf-8").partition("aggregateNames = [")
    return sorted(re.findall(r"'(\w+)'", listed))


def read_transforms(reader: Reader) -> None:
    """Transform name -> group (column, aggregate, window, interval)."""
    reader.vocabulary.transforms.update(UNLISTED_TRANSFORMS)
    for group in ("Column", "Aggregate", "Window", "Interval"):
        for part in reader.definitions[f"{group}Transform"]["anyOf"]:
            name: str = reader.resolve(part)["required"][0]
            reader.vocabulary.transforms[name] = group.lower()
