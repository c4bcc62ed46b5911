"""A store of the tests."""

from __future__ import annotations

from typing import Any

from fsspec.implementations.memory import MemoryFileSystem


class Counting(MemoryFileSystem):  # type: ignore[misc]
    """A store in memory that counts what is fetched and can fail."""

    protocol = "counting"
    store: dict[str, Any] = {}  # noqa: RUF012
    pseudo_dirs = [""]  # noqa: RUF012
    fetched = 0
    asked = 0
    etags: dict[str, str] | None = None
    failing: Exception | None = None

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.replace("counting://", "memory://", 1)))

    def cat_file(self, path: str, start: int | None = None, end: int | None = None, **more: Any) -> bytes:
        self._fail()
        assert start is not None
        assert end is not None
        data = bytes(super().cat_file(path, start=start, end=end, **more))
        Counting.fetched += len(data)
        Counting.asked += 1
        return data

    def open(self, path: str, mode: str = "rb", **more: Any) -> Any:
        assert mode != "rb", "opened a whole file"
        return super().open(path, mode, **more)

    def get_file(self, *args: Any, **named: Any) -> Any:
        raise AssertionError("downloaded a whole file")

    def info(self, path: str, **more: Any) -> dict[str, Any]:
        self._fail()
        return self._told(super().info(path, **more))

    def ls(self, path: str, detail: bool = True, **more: Any) -> Any:
        self._fail()
        found = super().ls(path, detail=detail, **more)
        return [self._told(each) for each in found] if detail else found

    def _told(self, info: dict[str, Any]) -> dict[str, Any]:
        if Counting.etags is None:
            return info
        plain = {key: value for key, value in info.items() if key != "created"}
        tag = Counting.etags.get(info["name"])
        return plain | ({"ETag": tag} if tag else {})

    def _fail(self) -> None:
        if Counting.failing is not None:
            raise Counting.failing
