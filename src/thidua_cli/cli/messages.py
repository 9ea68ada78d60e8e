"""What click says about wrong usage, in the user's language."""

from __future__ import annotations

import click


def click_message(error: click.ClickException, lang: str) -> str:
    """One message: what is wrong with the command's words, and where help is."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "thidua"
    if lang == "en":
        return f"{error.format_message()}\nSee: {path} --help"
    return f"{_vietnamese(error)}\nXem: {path} --help"


def nearest_command(word: str, error: click.UsageError) -> str:
    """The command that a misspelt word is nearest to, as a question; empty where none is."""
    import difflib

    group = error.ctx.command if error.ctx is not None else None
    names = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx is not None else []
    close = difflib.get_close_matches(word.strip("'"), names, n=1)
    return f" Có phải {close[0]}?" if close else ""


def _vietnamese(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f" Có phải {' / '.join(error.possibilities)}?" if error.possibilities else ""
        return f"Không có tùy chọn {error.option_name}.{near}"
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param is not None and error.ctx is not None else ""
        return f"Thiếu {name or 'tham số'}."
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if error.param is not None else ""
        kind = error.param.type if error.param is not None else None
        if isinstance(kind, click.Choice):
            return f"Giá trị không hợp lệ cho {name}. Chọn một trong: {', '.join(map(str, kind.choices))}."
        return f"Giá trị không hợp lệ cho {name}: {error.message}"
    if isinstance(error, click.UsageError) and error.message.startswith("No such command"):
        word = error.message.removeprefix("No such command ").rstrip(".")
        return f"Không có lệnh {word}.{nearest_command(word, error)}"
    return error.format_message()
