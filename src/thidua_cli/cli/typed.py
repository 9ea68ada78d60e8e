"""Commands that can be typed as they are printed: with the data and options of this run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import click
from click.core import ParameterSource

from thidua_cli.calling import over_this_run, typed

READING = frozenset({"data", "plan_path", "mapping_path", "as_of", "systems", "skip_unreadable", "limits"})
"""What every command that reads data takes alike."""


def again(command: str, *more: str, only: frozenset[str] | None = None, context: click.Context | None = None) -> str:
    """A command over what this run was given: its arguments and options (or ``only`` those), then ``more`` words."""
    context = context or click.get_current_context()
    known = _parameters(context, command)
    data: list[str] = []
    options: list[str] = []
    for parameter in context.command.params:
        name = parameter.name or ""
        given = context.get_parameter_source(name) not in (ParameterSource.DEFAULT, ParameterSource.DEFAULT_MAP)
        if name not in context.params or not given or name not in (known if only is None else known & {*only, "lang"}):
            continue
        value = context.params[name]
        values = value if isinstance(value, tuple) else (value,)
        if isinstance(parameter, click.Argument):
            data += (os.path.join(".", word) if word.startswith("-") else word for word in map(str, values))  # noqa: PTH118 - a Path drops the dot
        elif isinstance(parameter, click.Option) and parameter.is_flag:
            options += [parameter.opts[0]] if value else []
        else:
            options += [word for one in values for word in (parameter.opts[0], _word(one))]
    return typed(command, *data, *options, *more)


def over_its_data(context: click.Context) -> None:
    """Commands in messages are from now on about the data of a command that is being run."""
    options = (name for one in context.command.params for name in one.opts)
    over_this_run(lambda words: again(*words, only=READING, context=context), options)


EXAMPLES = ("can-sua.xlsx", "tu-vung.yaml", "nam-moi")
"""Names of what a printed command would write."""


def free_names() -> dict[str, str]:
    """For each of :data:`EXAMPLES` a name that is free (:func:`free_name`)."""
    return {name: free_name(name) for name in EXAMPLES}


def free_name(name: str) -> str:
    """The name, or one like it, by which nothing is there but an earlier list of things to mend."""
    return next(one for one in _variants(Path(name)) if not _taken(one))


def _taken(name: str) -> bool:
    from thidua_cli.intake.opening.own import own_kind
    from thidua_cli.marks import FIX_LIST

    return os.path.lexists(name) and own_kind(Path(name)) != FIX_LIST


def _variants(path: Path) -> Iterator[str]:
    yield str(path)
    yield from (str(path.with_name(f"{path.stem}-{number}{path.suffix}")) for number in count(2))


def _parameters(context: click.Context, command: str) -> frozenset[str]:
    """The names of what a command takes, among what this run was given."""
    group = context.find_root().command
    found = group.get_command(context, command) if isinstance(group, click.Group) else None
    return frozenset(one.name or "" for one in (found or context.command).params)


def _word(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
