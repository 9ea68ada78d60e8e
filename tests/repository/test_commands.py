"""Every command has help in both languages of the program and stands in the documentation."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from tests.repository.places import read
from thidua_cli.cli.main import cli


def _walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None and not inner.hidden:
                yield from _walk(inner, f"{path} {name}")


COMMANDS = dict(_walk(cli, "thidua"))


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_has_help(path: str) -> None:
    """A command says in its help what it does."""
    assert COMMANDS[path].help


@pytest.mark.parametrize("path", COMMANDS)
def test_every_option_has_help(path: str) -> None:
    """Every option of a command has help."""
    options = [parameter for parameter in COMMANDS[path].params if isinstance(parameter, click.Option)]
    assert [] == [option.name for option in options if not option.help and not option.hidden]


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_is_documented(path: str) -> None:
    """A command stands in the generated reference and, the group itself aside, in the README."""
    assert f"## {path}\n" in read("docs/commands.md")
    assert path in read("README.md")
