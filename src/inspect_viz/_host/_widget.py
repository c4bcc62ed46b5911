"""A living picture in a notebook: a widget whose questions the kernel answers. Imported where a widget is shown."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from inspect_viz._spec import compile

from ._assets import asset_text, style
from ._chosen import Chosen
from ._questions import Questions

MOST_PREPARED = 20

if TYPE_CHECKING:
    from inspect_viz._engine import Stop
    from inspect_viz._spec.nodes import Drawable

    from ._open import OpenPicture


def synced(trait: Any) -> Any:
    """A trait that the page knows; what a page says is not said to it again."""
    return trait.tag(sync=True, echo_update=False)


class PictureWidget(anywidget.AnyWidget):
    """A picture whose page asks this process.

    Messages of a page: `{"ask": name, "sql": ...}`, with `"prepare": true` for tables of Mosaic's own; `{"cancel":
    [name, ...]}` when the reader has moved on; `{"rest": true}` when a page no longer shows the picture. Answers:
    `{"answer": name}` with an Arrow IPC stream as buffer, or with an `error`. What is chosen is the trait `chosen`, on
    both sides. This side says `{"highlight": name}` to frame things.
    """

    _esm = synced(traitlets.Unicode())
    key = synced(traitlets.Unicode())
    recording = synced(traitlets.Unicode())
    answers = synced(traitlets.Bytes())
    chosen = synced(traitlets.Dict())

    def __init__(self, component: Drawable, chosen: Chosen, opened: OpenPicture, **given: Any) -> None:
        self._component = component
        self._choices = chosen
        self._opened: OpenPicture | None = opened
        self._opening = threading.Lock()
        self._prepared: dict[str, None] = {}
        self._questions = Questions(self.send)
        super().__init__(_esm=script(), chosen=chosen.state, **given)
        self.on_msg(self._hear)
        self.observe(self._told, "chosen")
        chosen.show(self)

    def highlight(self, name: str | None) -> None:
        """Frame the things of this name wherever the widget is shown, or none."""
        self.send({"highlight": name})

    def choose(self, state: Mapping[str, Any]) -> None:
        """Let the picture follow what was chosen elsewhere."""
        self.chosen = dict(state)

    def widen(self) -> None:
        """Open the picture anew where another one sets conditions on columns that it has not read so far."""
        with self._opening:
            opened = self._opened
            if opened is None or opened.picture.columns == compile(self._component, self._choices.among).columns:
                return
            self._opened = None
        threading.Thread(target=self._close_later, args=(opened,), daemon=True).start()

    def _close_later(self, opened: OpenPicture) -> None:
        self._questions.wait()
        opened.close()

    def _told(self, change: Mapping[str, Any]) -> None:
        if change["new"] != self._choices.state:
            self._choices.hear(change["new"], self)

    def _hear(self, _: object, message: Mapping[str, Any], buffers: Sequence[bytes]) -> None:
        if "ask" in message:
            answer = self._prepare if "prepare" in message else self._answer
            self._questions.ask(str(message["ask"]), str(message["sql"]), answer)
        if "cancel" in message:
            self._questions.cancel(map(str, message["cancel"]))
        if "rest" in message:
            self._rest()

    def _answer(self, sql: str, stop: Stop) -> list[bytes]:
        return [self._picture().answer(sql, stop)]

    def _prepare(self, sql: str, stop: Stop) -> list[bytes]:
        self._picture().prepare(sql, stop)
        self._prepared[sql] = None
        return []

    def _picture(self) -> OpenPicture:
        """The open picture: one that rests is opened again, with what was prepared last."""
        from ._open import OpenPicture

        with self._opening:
            if self._opened is None:
                self._opened = OpenPicture(self._component, among=self._choices.among)
                for sql in list(self._prepared)[-MOST_PREPARED:]:
                    self._opened.prepare(sql)
            return self._opened

    def _rest(self) -> None:
        """Free the database until somebody asks again, unless another page waits for an answer."""
        with self._opening:
            if self._opened is None or self._questions.are_open:
                return
            opened, self._opened = self._opened, None
        opened.close()

    def close(self) -> None:
        """End all work and take the picture away."""
        self._questions.cancel()
        self._rest()
        super().close()

    def open(self) -> None:
        super().open()
        self._hear_on_any_thread()

    def _send(self, msg: object, buffers: Sequence[bytes] | None = None) -> None:
        super()._send(msg, buffers)
        self._hear_on_any_thread()

    def _hear_on_any_thread(self) -> None:
        """ipykernel 7.4 gives messages of a page to the thread that spoke to it last: that of cells would be busy."""
        getattr(self.comm, "__dict__", {}).pop("_reply_subshell_id", None)


@lru_cache(maxsize=1)
def script() -> str:
    """The module of the widget: the script of living pictures runs once in a page, for all of its version."""
    from ._notebook import STYLE

    living = asset_text("live.js")
    name = json.dumps(hashlib.sha256(living.encode("utf-8")).hexdigest()[:16])
    rules = json.dumps(style() + asset_text("live.css") + STYLE)
    return (
        f"const inspectVizStyle={rules};"
        f"const inspectVizLiving=((globalThis.inspectVizHosts??={{}})[{name}]??=(()=>{{{living}\n"
        f"return globalThis.inspectVizLive}})());\n{asset_text('widget.js')}"
    )
