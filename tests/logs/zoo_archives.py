"""The part of the zoo about running logs and zip archives of every kind."""

from __future__ import annotations

import json
import warnings
import zipfile
from pathlib import Path
from typing import Any

import inspect_ai.log  # noqa: F401  (teaches zipfile to read zstd before Python 3.14)
from zoo_edits import ROWS, Members, edit, rewrite, without
from zoo_tools import entry, refused, sample, save


@entry
def running(folder: Path) -> None:
    rewrite(save(folder, ROWS), without("header.json", "summaries.json"))


@entry
def running_without_samples(folder: Path) -> None:
    rewrite(save(folder, []), without("header.json", "summaries.json"))


@entry
def running_with_many_journals(folder: Path) -> None:
    rows = [sample(id=n) for n in range(12)]

    def split(members: Members) -> Members:
        all_rows = json.loads(members.pop("summaries.json"))
        kept = {name: data for name, data in members.items() if "summaries" not in name and name != "header.json"}
        journal = {f"_journal/summaries/{n}.json": json.dumps([row]).encode() for n, row in enumerate(all_rows, 1)}
        return {**kept, **dict(reversed(journal.items()))}

    rewrite(save(folder, rows), split)


@entry
def running_sample_logged_twice(folder: Path) -> None:
    def twice(members: Members) -> Members:
        old = json.loads(members["_journal/summaries/1.json"])
        new = {**old[0], "input": "again", "uuid": "logged-again"}
        return {
            **without("summaries.json", "header.json")(members),
            "_journal/summaries/2.json": json.dumps([new]).encode(),
        }

    rewrite(save(folder, ROWS[:1], name="x"), twice)


@entry
def header_without_summaries(folder: Path) -> None:
    rewrite(save(folder, ROWS), without("summaries.json"))


@entry
def header_only(folder: Path) -> None:
    rewrite(save(folder, ROWS), lambda members: {"header.json": members["header.json"]})


@entry
def summaries_without_samples(folder: Path) -> None:
    keep = ("header.json", "summaries.json")
    rewrite(save(folder, ROWS), lambda members: {name: members[name] for name in keep})


@entry
def summaries_twice(folder: Path) -> None:
    def twice(rows: list[Any]) -> list[Any]:
        return [*rows, {**rows[0], "input": "again", "uuid": "again", "scores": None}]

    edit(save(folder, ROWS), twice, "summaries.json")


@refused("summaries/2.json")
def journal_with_a_hole(folder: Path) -> None:
    def hole(members: Members) -> Members:
        rows = members["_journal/summaries/1.json"]
        return {**without("summaries.json", "header.json")(members), "_journal/summaries/3.json": rows}

    rewrite(save(folder, ROWS), hole)


@refused("Expected a list of summaries")
def summaries_not_a_list(folder: Path) -> None:
    edit(save(folder, ROWS), lambda rows: {"rows": rows}, "summaries.json")


@refused("start.json")
def archive_without_header(folder: Path) -> None:
    rewrite(save(folder, ROWS), without("header.json", "_journal/start.json"))


@entry
def deflated(folder: Path) -> None:
    rewrite(save(folder, ROWS), dict, compression=zipfile.ZIP_DEFLATED)


@entry
def stored(folder: Path) -> None:
    rewrite(save(folder, ROWS), dict, compression=zipfile.ZIP_STORED)


@entry
def indented_members(folder: Path) -> None:
    def indent(members: Members) -> Members:
        return {n: json.dumps(json.loads(d), indent=2, ensure_ascii=False).encode() for n, d in members.items()}

    rewrite(save(folder, ROWS), indent, compression=zipfile.ZIP_DEFLATED)


@entry
def zip64(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(data)


@entry
def archive_with_comment(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"a comment"


@refused("EOCD not found")
def archive_with_comment_like_an_end(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"PK\x05\x06 a comment"


@entry
def archive_with_dead_bytes(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path) as archive:
        header = json.loads(archive.read("header.json"))
    header["eval"]["tags"] = ["second"]
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.filelist = [info for info in archive.filelist if info.filename != "header.json"]
        archive.NameToInfo.pop("header.json")
        archive.writestr("header.json", json.dumps(header))


@entry
def member_twice(folder: Path) -> None:
    path = save(folder, ROWS)
    with zipfile.ZipFile(path) as archive:
        rows = json.loads(archive.read("summaries.json"))
        header = json.loads(archive.read("header.json"))
    header["eval"]["tags"] = ["second"]
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        archive.writestr("header.json", json.dumps(header))
        archive.writestr("summaries.json", json.dumps(rows[:1]))


@entry
def members_escaped(folder: Path) -> None:
    rows = [sample(input="ünï ☃ 𝄞 \u2028", metadata={"ü": "é"})]
    rewrite(save(folder, rows), lambda members: {n: json.dumps(json.loads(d)).encode() for n, d in members.items()})
    save(folder, rows, name="plain")


@entry
def key_twice_in_json(folder: Path) -> None:
    def twice(members: Members) -> Members:
        rows = members["summaries.json"].replace(b'"epoch":1', b'"epoch":5,"epoch":1')
        return {**members, "summaries.json": rows}

    rewrite(save(folder, ROWS), twice)


@refused("Unterminated string")
def member_broken(folder: Path) -> None:
    rewrite(save(folder, ROWS), lambda members: {**members, "summaries.json": members["summaries.json"][:-9]})


@refused("EOCD not found")
def archive_cut(folder: Path) -> None:
    path = save(folder, ROWS)
    path.write_bytes(path.read_bytes()[:-40])


@refused("EOCD not found")
def archive_not_a_zip(folder: Path) -> None:
    (folder / "text.eval").write_text("not a log")


@refused("EOCD not found")
def archive_of_no_bytes(folder: Path) -> None:
    (folder / "nothing.eval").write_bytes(b"")
