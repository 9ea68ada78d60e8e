"""The help in the reader's language: the code has it in English, what is shown comes from the catalogue.

``make words`` collects it from the commands: their docstrings, the ``help`` of options, the words of ``metavar``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import TracebackType
from typing import Any

import click

from thidua_cli.calling import held
from thidua_cli.cli.typed import over_its_data
from thidua_cli.errors import UsageError
from thidua_cli.text.language import Message, joined, t, tc
from thidua_cli.text.wrapping import HELD

METAVAR = "metavar"
"""The context of words that stand for a value: FILE, FOLDER."""
WORD = re.compile(r"[A-Z_]{2,}")
_USAGE = t("Usage:")
_OF_CLICK = {
    one.source: one
    for one in (
        t("Options"),
        t("Commands"),
        t("Show this message and exit."),
        t("Show the version and exit."),
        t("default: "),
        t("env var: "),
        t("required"),
        tc("metavar", "OPTIONS"),
        tc("metavar", "COMMAND"),
        tc("metavar", "ARGS"),
    )
}
_EXTRA = re.compile(r"default: |env var: |required")


class _Formatter(click.HelpFormatter):
    """Click's formatter, which says everything in one language."""

    def __init__(self, width: int | None, max_width: int | None, lang: str) -> None:
        super().__init__(width=width, max_width=max_width)
        self._lang = lang

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """``Usage: thidua score [OPTIONS] DATA...``."""
        super().write_usage(prog, self._named(args), f"{_USAGE.text(self._lang)} ")

    def write_heading(self, heading: str) -> None:
        """The head of a section."""
        super().write_heading(self._said(heading))

    def write_text(self, text: str) -> None:
        """What a command does."""
        super().write_text(held(self._said(text)))

    def getvalue(self) -> str:
        """The whole help."""
        return super().getvalue().replace(HELD, " ")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options or commands, each with its text."""
        super().write_dl([(self._named(name), self._row(text)) for name, text in rows], col_max, col_spacing)

    def _row(self, text: str) -> str:
        words, bracket, extra = text.rpartition("  [")
        said, _, _ = self._said(words or ("" if bracket else text)).partition("\n\n")
        extra = _EXTRA.sub(lambda found: _OF_CLICK[found[0]].text(self._lang), extra) if bracket else ""
        return held(said) + (f"  [{extra}" if bracket else "")

    def _said(self, text: str) -> str:
        return Message(text).text(self._lang) if text else text

    def _named(self, text: str) -> str:
        return named(text).text(self._lang)


def named(text: str) -> Message:
    """The words of a ``metavar``, which stand for what a person writes there."""
    parts = re.split(rf"({WORD.pattern})", text)
    return joined((Message(part, context=METAVAR) if WORD.fullmatch(part) else part for part in parts), "")


class SpokenContext(click.Context):
    """A context whose help is in the language that its root was given as ``obj``."""

    def make_formatter(self) -> click.HelpFormatter:
        """The formatter of this context's help."""
        lang = self.find_root().obj or "vi"
        return _Formatter(self.terminal_width, self.max_content_width, lang)

    def invoke(self, callback: Any, /, *arguments: Any, **values: Any) -> Any:
        """Commands that a message names are about what this command was given."""
        over_its_data(self)
        return super().invoke(callback, *arguments, **values)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """An error about the command's words knows the command, so that its own help is named."""
        if isinstance(error, click.UsageError) and error.ctx is None:
            error.ctx = self
        super().__exit__(kind, error, trace)


class Spoken(click.Command):
    """What holds for every command: it speaks the reader's language, and no option's last value wins in silence."""

    context_class = SpokenContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words. Raises UsageError where an option that takes one value is given several times."""
        given = [] if ctx.resilient_parsing else self.make_parser(ctx).parse_args([*args])[2]
        for one in given:
            if isinstance(one, click.Option) and not (one.multiple or one.is_flag) and given.count(one) > 1:
                said = t("{name} is given {n:time|times}, and takes one value.", name=one.opts[0], n=given.count(one))
                raise UsageError(said, hint=t("Keep the one that is meant, and run again."))
        return super().parse_args(ctx, args)


class SpokenGroup(Spoken, click.Group):
    """A group whose list of commands says the first paragraph of each, whole."""

    command_class = Spoken

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help or "") for name, command in self.commands.items()])


help_lang_option = click.option(
    "--lang", type=click.Choice(["vi", "en"]), expose_value=False, help="Language of the screen and of this help."
)
"""For what only speaks itself: the program's front door has read it already."""
