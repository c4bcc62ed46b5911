"""README: the commands of its blocks run one after the other, and none overwrites what another one wrote."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from inspect_viz._cli import main


def commands(page: Path) -> list[list[str]]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("inspect-viz ")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


def test_the_commands_of_the_readme_write_files_of_their_own(
    root: Path, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(examples, tmp_path / "logs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    given = commands(root / "README.md")
    assert main(["sample-heatmap", "logs"]) == 2, "the example logs have two scores"
    drawn = [arguments for arguments in given if "--help" not in arguments and arguments[1:] != ["logs"]]
    assert len(drawn) >= 6
    written: list[str] = []
    for arguments in drawn:
        assert main([argument for argument in arguments if argument != "--open"]) == 0
        said = capsys.readouterr().out.splitlines()
        written += [file for line in said if " -> " in line for file in line.partition(" -> ")[2].split(", ")]
        tells = "--format" in arguments or arguments[0] == "problems"
        assert tells != any(" -> " in line for line in said)
    assert len(written) == len(set(written)) > 6
    assert sorted(written) == sorted(path.name for path in tmp_path.iterdir() if path.is_file())
