"""``thidua help``: what ``--help`` says of a command."""

from __future__ import annotations

import click

from thidua_cli.cli.helping import Spoken, help_lang_option
from thidua_cli.cli.saying import say


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The commands that a half-typed word may become, for a shell."""
    group = ctx.find_root().command
    names = group.list_commands(ctx) if isinstance(group, click.Group) else []
    return [name for name in names if name.startswith(incomplete)]


@click.command("help", cls=Spoken)
@click.argument("words", metavar="[COMMAND]...", nargs=-1, shell_complete=_names)
@help_lang_option
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Prints the help of a command, or of the whole program."""
    context = ctx.find_root()
    for word in words:
        group = context.command
        if not isinstance(group, click.Group):
            break
        name, inner, _ = group.resolve_command(context, [word])
        if inner is not None:
            context = inner.context_class(inner, info_name=name, parent=context, **inner.context_settings)
    say(context.get_help())
