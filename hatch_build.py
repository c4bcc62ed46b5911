"""Build hook: bundles the TypeScript runtime, with Node from PyPI where there is none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent / "tools"))
from bundle_runtime import NODE_PACKAGE, Runtime, has_node


class RuntimeHook(BuildHookInterface[Any]):
    """Sees to it that wheel and sdist hold a bundle that belongs to its sources."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build environment needs: nothing when the bundle is current or Node is there."""
        return [] if has_node() or Runtime(Path(self.root)).is_current() else [NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        runtime = Runtime(Path(self.root))
        if not runtime.is_current():
            runtime.make()
