"""Logs of Inspect AI as it writes them, made without it: the same bytes for the same arguments.

python -m bench.log_files FOLDER LOGS SAMPLES [TRANSCRIPT_BYTES [FIRST]]      in an environment that has zstandard

Log n is the run of model n % 20 on task n // 20: the questions of a task are the same in its 20 logs. The members
samples/*.json and reductions.json are those of the first log: readers of summaries need their number and size only.
"""

from __future__ import annotations

import base64
import json
import struct
import sys
import zlib
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import zstandard

MODELS = (
    *("openai/gpt-4o", "openai/gpt-4o-mini", "anthropic/claude-3-5-sonnet-latest", "anthropic/claude-3-opus-latest"),
    *("google/gemini-2.0-flash", "mistral/mistral-large-latest", "grok/grok-3", "deepseek/deepseek-chat"),
    *(f"bench/small-{size}b" for size in (1, 2, 3, 4, 7, 8, 9, 13, 14, 27, 32, 70)),
)
"""Some that inspect_ai knows, some that it does not."""
_SENTENCES = """the of and to in is that for it as with on be at by this from or an are which you one all would there
their we what who how number count value train distance hour metre answer question river café naïve “quoted” why
function returns list first second third before after until between molecule citizen treaty voltage harvest"""
WORDS = [*_SENTENCES.split(), "\n\n"]
LETTERS = 300
"""Length of the input, and of all metadata of a sample together as JSON."""
Json = dict[str, Any]
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_STAMP = (0x6C00, 0x5C6F)


class Member(NamedTuple):
    """One file of an archive, packed."""

    name: bytes
    crc: int
    size: int
    data: bytes


def member(name: str, content: bytes) -> Member:
    """Packs a file the way Inspect does: one zstd frame that does not tell its size."""
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    return Member(name.encode(), zlib.crc32(content), len(content), packer.compress(content) + packer.flush())


def archive(members: list[Member]) -> bytes:
    """The zip file with these members, method 93."""
    body, directory, at = [], [], 0
    for name, crc, size, data in members:
        rest = (0, 93, *_STAMP, crc, len(data), size, len(name), 0)
        body += [_LOCAL.pack(b"PK\3\4", 20, *rest), name, data]
        directory += [_CENTRAL.pack(b"PK\1\2", 0x314, 20, *rest, 0, 0, 0, 0x1800000, at), name]
        at += _LOCAL.size + len(name) + len(data)
    listing = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(listing), at, 0)
    return b"".join([*body, listing, end])


def _text(random: Random, length: int) -> str:
    return " ".join(random.choices(WORDS, k=length // 3)).strip()[:length]


def _question(random: Random, number: int) -> Json:
    metadata = {
        "topic": random.choice(("arithmetic", "history", "physics", "law")),
        "difficulty": random.choice(("easy", "medium", "hard")),
        "source": f"https://questions.example.org/{number:05}",
        "weight": round(random.random(), 4),
        "words": random.randrange(20, 90),
        "checked": random.random() < 0.7,
    }
    # Inspect writes the metadata of summaries without line breaks.
    metadata["notes"] = " ".join(_text(random, LETTERS - len(_bytes(metadata)) - 12).split())
    identity = {"id": f"question-{number:05}", "epoch": 1}
    return identity | {"input": _text(random, LETTERS), "target": f"{number * 7}", "metadata": metadata}


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(2)
def _questions(task: int, samples: int) -> list[str]:
    """The beginnings of all summaries of a task."""
    random = Random(f"task {task}")
    return [_bytes(_question(random, number))[:-1].decode() for number in range(samples)]


def _summaries(log: int, samples: int) -> bytes:
    """One summary for each sample, about 1,300 bytes."""
    random = Random(f"log {log}")
    model, skill = MODELS[log % len(MODELS)], random.random()
    rows = [start + _run(random, model, skill, n) for n, start in enumerate(_questions(log // len(MODELS), samples))]
    return ("[" + ",".join(rows) + "]").encode()


def _run(random: Random, model: str, skill: float, number: int) -> str:
    """The rest of a summary, after the question; in the words of JSON, which is quicker than a dump."""
    close, took, words = random.random(), 0.5 + 9 * random.random(), random.randrange(20, 4000)
    right, begun, clock = "C" if close < skill else "I", number // 20, random.randrange(100_000, 900_000)
    at = f"2026-03-14T09:{begun // 60 % 60:02}:{begun % 60:02}.{clock}+00:00"
    problem = ',"error":"RuntimeError(\'The sandbox was lost\')"' if number % 97 == 96 else ""
    return (
        f',"scores":{{"includes":{{"value":"{right}","answer":"{words}","explanation":"ANSWER: {words}","history":[]}}'
        f',"closeness":{{"value":{close:.4f},"answer":"{words}","history":[]}}}}'
        f',"model_usage":{{"{model}":{{"input_tokens":{words * 3},"output_tokens":{words}'
        f',"total_tokens":{words * 4},"reasoning_tokens":0}}}},"role_usage":{{}}'
        f',"started_at":"{at}","completed_at":"{at}","total_time":{took:.3f},"working_time":{took * 0.9:.3f}'
        f',"uuid":"{random.getrandbits(88):022x}"{problem},"retries":0,"completed":true,"message_count":3'
        f',"turn_count":1,"token_limit":100000,"token_limit_type":"all","token_limit_usage":{words * 4}'
        f',"message_limit":12}}'
    )


def _metric(name: str, value: float) -> Json:
    return {name: {"name": name, "value": value, "params": {}}}


def _score(name: str, metric: str, samples: int) -> Json:
    counts = {"scored_samples": samples, "unscored_samples": 0, "params": {}}
    return {"name": name, "scorer": name, **counts, "metrics": _metric(metric, 0.5) | _metric("stderr", 0.01)}


def _plan(log: int, samples: int) -> Json:
    """What stands in _journal/start.json and, with the results, in header.json."""
    task, model, marks = f"task_{log // len(MODELS):03}", MODELS[log % len(MODELS)], Random(f"marks {log}")
    ids = {key: f"{marks.getrandbits(88):022x}" for key in ("eval_id", "run_id", "task_id")}
    names = [f"question-{number:05}" for number in range(samples)]
    metrics = [{"name": f"inspect_ai/{name}", "options": {}} for name in ("accuracy", "stderr")]
    scorers: list[Json] = [
        {"name": n, "options": {}, "metrics": metrics, "metadata": {}} for n in ("includes", "closeness")
    ]
    config = {"epochs": 1, "fail_on_error": False, "message_limit": 12, "token_limit": 100000, "log_samples": True}
    about = {
        "created": f"2026-03-14T09:00:{log % 60:02}+00:00",
        **{"task": f"bench/{task}", "task_version": 0, "task_file": f"tasks/{task}.py", "task_display_name": task},
        **{"task_registry_name": f"bench/{task}", "task_attribs": {}, "task_args": {"level": "hard", "shots": 3}},
        **{"task_args_passed": {"shots": 3}, "solver": "generate", "solver_args": {}, "solver_args_passed": {}},
        "dataset": {"name": task, "samples": samples, "sample_ids": names, "shuffled": False},
        **{"model": model, "model_generate_config": {"temperature": 0.7, "max_tokens": 2048}, "model_args": {}},
        **{"config": config, "packages": {"inspect_ai": "0.3.285"}, "scorers": scorers},
        **{"tags": ["nightly"], "metadata": {"team": "bench"}},
        "revision": {"type": "git", "origin": "https://code.example.org/evals.git", "commit": "0a1b2c3"},
    }
    steps = [{"solver": "generate", "params": {}, "params_passed": {}}]
    return {"version": 2, "eval": ids | about, "plan": {"name": "plan", "steps": steps, "config": {}}}


def _header(plan: Json, samples: int) -> Json:
    scores = [_score("includes", "accuracy", samples), _score("closeness", "mean", samples)]
    results = {"total_samples": samples, "completed_samples": samples, "scores": scores}
    usage = {plan["eval"]["model"]: {"input_tokens": 6000000, "output_tokens": 2000000, "total_tokens": 8000000}}
    stats = {"started_at": "2026-03-14T09:00:00+00:00", "completed_at": "2026-03-14T09:20:00+00:00"}
    rest = {"stats": stats | {"model_usage": usage, "role_usage": {}}, "invalidated": False, "tags": ["nightly"]}
    return {**plan, "status": "success", "results": results, **rest, "metadata": {"team": "bench"}}


@lru_cache(2)
def _samples(samples: int, transcript: int) -> list[Member]:
    """The members samples/*.json with so many bytes of transcripts in the file, all of them together."""
    random, of_one = Random("transcripts"), transcript // samples
    rows = json.loads(_summaries(0, samples))
    for row in rows:
        said = base64.b64encode(random.randbytes(of_one)).decode() if of_one else "ANSWER"
        row["messages"] = [{"role": "user", "content": row["input"]}, {"role": "assistant", "content": said}]
        row["output"] = {"model": MODELS[0], "choices": [], "completion": ""}
        row |= {"store": {}, "events": [], "attachments": {}}
    return [member(f"samples/{row['id']}_epoch_1.json", _bytes(row)) for row in rows]


@lru_cache(2)
def _reductions(samples: int) -> Member:
    rows = json.loads(_summaries(0, samples))
    graded = [row["scores"]["closeness"] | {"sample_id": row["id"]} for row in rows]
    return member("reductions.json", _bytes([{"scorer": "closeness", "samples": graded}]))


def log_file(log: int, samples: int, transcript: int = 0) -> bytes:
    """One log."""
    plan, packed = _plan(log, samples), member("summaries.json", _summaries(log, samples))
    return archive(
        [
            member("_journal/start.json", _bytes(plan)),
            *_samples(samples, transcript),
            packed._replace(name=b"_journal/summaries/1.json"),
            packed,
            _reductions(samples),
            member("header.json", _bytes(_header(plan, samples))),
        ]
    )


def main(folder: str, logs: str, samples: str, transcript: str = "0", first: str = "0") -> None:
    """Writes the logs into a folder."""
    for log in range(int(first), int(first) + int(logs)):
        name = f"2026-03-14T09-00-{log % 60:02}+00-00_task-{log // len(MODELS):03}_{log:05}.eval"
        (Path(folder) / name).write_bytes(log_file(log, int(samples), int(transcript)))


if __name__ == "__main__":
    main(*sys.argv[1:])
