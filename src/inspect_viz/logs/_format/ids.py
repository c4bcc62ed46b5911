"""Ids of evaluations and samples that logs of old versions do not have, as inspect_ai derives them."""

from __future__ import annotations

import hashlib
from functools import lru_cache

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_LENGTH = 22


def derived_id(eval_id: str, sample_id: int | str, epoch: int) -> str:
    """The id of a sample without `uuid`: 22 letters that depend on evaluation, sample and epoch."""
    digest = hashlib.md5(f"{eval_id}_{sample_id}_{epoch}".encode(), usedforsecurity=False).digest()
    return _base57(digest)


@lru_cache(maxsize=1024)
def derived_eval_id(run_id: str, task_id: str, created: str) -> str:
    """The id of an evaluation without `eval_id`; `created` as the log shows it in UTC."""
    return _base57(hashlib.blake2s(f"{run_id}{task_id}{created}".encode(), digest_size=16).digest())


def _base57(digest: bytes) -> str:
    number, letters = int.from_bytes(digest, "big"), ""
    while number:
        number, rest = divmod(number, len(_ALPHABET))
        letters = _ALPHABET[rest] + letters
    return letters.rjust(_LENGTH, _ALPHABET[0])[-_LENGTH:]
