"""Comms to pages that are not there: what a widget says, and what a page would."""

from __future__ import annotations

import threading
from typing import Any


class Wire:
    """A comm to a page that is not there."""

    made: list[Wire]

    def __init__(self, data: Any = None, buffers: Any = None, comm_id: str | None = None, **_: object) -> None:
        self.state, self.buffers, self.closed = data["state"], buffers, False
        self.comm_id = comm_id or f"c{id(self)}"
        self.said = threading.Condition()
        self.sent: list[tuple[dict[str, Any], list[bytes]]] = []
        if "chosen" in self.state:  # not the layout, which is a widget, too
            Wire.made.append(self)

    def on_msg(self, handler: Any) -> None:
        self.handler = handler

    def send(self, data: Any = None, buffers: Any = None, **_: object) -> None:
        with self.said:
            self.sent.append((data, buffers or []))
            self.said.notify_all()

    def close(self, *_: object, **__: object) -> None:
        self.closed = True

    def say(self, **content: object) -> None:
        self.handler({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})

    def change(self, **state: object) -> None:
        message = {"method": "update", "state": state, "buffer_paths": []}
        self.handler({"content": {"data": message}, "buffers": []})

    def answer(self, name: str) -> tuple[dict[str, Any], list[bytes]]:
        """What was said to a question, once it is."""

        def found() -> list[tuple[dict[str, Any], list[bytes]]]:
            said = [(data["content"], buffers) for data, buffers in self.sent if data["method"] == "custom"]
            return [(content, buffers) for content, buffers in said if content.get("answer") == name]

        with self.said:
            assert self.said.wait_for(found, timeout=60)
            return found()[0]

    @property
    def updates(self) -> list[Any]:
        return [data["state"] for data, _ in self.sent if data["method"] != "custom"]
