"""Bytes as text of a page: gzip without a time stamp, then base64."""

from __future__ import annotations

import base64
import gzip

LEVEL = 6


def packed(data: bytes) -> str:
    return base64.b64encode(gzip.compress(data, LEVEL, mtime=0)).decode("ascii")
