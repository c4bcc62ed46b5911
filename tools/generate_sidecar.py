"""Writes runtime/src/shared/sidecar.ts from the classes of the sidecar; --check: only says whether it is current."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "runtime/src/shared/sidecar.ts"
HEAD = (
    "/** What the host says about a picture besides its spec. Written by tools/generate_sidecar.py; do not edit. */\n"
)
PLAIN = {str: "string", float: "number", int: "number", bool: "boolean"}


def camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


def kinds(root: type) -> list[type]:
    """The classes below a class, those that are used first, itself last."""
    found: list[type] = []
    for hint in get_type_hints(root).values():
        found += [kind for kind in nested(hint) if kind not in found]
    return [*found, root]


def nested(hint: Any) -> list[type]:
    if is_dataclass(hint) and isinstance(hint, type):
        return kinds(hint)
    return [kind for part in get_args(hint) for kind in nested(part)]


def typescript(hint: Any) -> str:
    """A type in TypeScript."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " | ".join(f'"{part}"' for part in parts)
    if origin in (Union, UnionType):
        return " | ".join(dict.fromkeys(typescript(part) for part in parts if part is not NoneType))
    if origin is tuple:
        return f"{typescript(parts[0])}[]"
    if origin is Mapping:
        return f"Record<string, {typescript(parts[1])}>"
    return str(PLAIN.get(hint) or hint.__name__)


def shape(hint: Any) -> str | None:
    """How a reader checks a value: the name of its class, "Name[]" or "Name{}" for lists and records of them."""
    found = nested(hint)
    if not found:
        return None
    origins = {get_origin(hint), *(get_origin(part) for part in get_args(hint))}
    return found[-1].__name__ + ("[]" if tuple in origins else "{}" if Mapping in origins else "")


def is_required(name: str, kind: type) -> bool:
    from dataclasses import MISSING

    field = next(f for f in fields(kind) if f.name == name)
    return field.default is MISSING and field.default_factory is MISSING


def interface(kind: type) -> str:
    hints = get_type_hints(kind)
    lines = [f"  {camel(n)}{'' if is_required(n, kind) else '?'}: {typescript(h)};" for n, h in hints.items()]
    about = str(kind.__doc__).strip().rstrip(".")
    return f"/** {about}. */\nexport interface {kind.__name__} {{\n" + "\n".join(lines) + "\n}\n"


def table(kind: type) -> str:
    keys = [f"    {camel(n)}: {quoted(shape(h))}," for n, h in get_type_hints(kind).items()]
    return "\n".join([f"  {kind.__name__}: {{", *keys, "  },"])


def quoted(name: str | None) -> str:
    return f'"{name}"' if name else "null"


def text() -> str:
    """The whole file."""
    sys.path.insert(0, str(ROOT / "src"))
    from inspect_viz._spec.sidecar import Sidecar

    found = kinds(Sidecar)
    interfaces = "\n".join(map(interface, found))
    shapes = "\n".join(map(table, found))
    about = (
        "/** The keys of each kind of notes, and what they hold: notes, lists or records of notes, or plain values. */"
    )
    return f"{HEAD}\n{interfaces}\n{about}\nexport const KEYS = {{\n{shapes}\n}} as const;\n"


def main(arguments: list[str], target: Path = TARGET) -> int:
    """Exit code 1 when `--check` finds a difference."""
    made = text()
    if arguments == ["--check"]:
        current = target.read_text(encoding="utf-8") if target.exists() else ""
        if current != made:
            print("sidecar.ts is out of date; run tools/generate_sidecar.py", file=sys.stderr)
        return int(current != made)
    target.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
