"""The program's front door: lazy commands, one way of saying what went wrong, exit statuses of the contract."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from thidua_cli import __version__
from thidua_cli.calling import PROGRAM, program
from thidua_cli.cli.failing import attempt
from thidua_cli.cli.helping import SpokenGroup, help_lang_option
from thidua_cli.text.language import t

COMMANDS = {
    "score": t("Score, rank, propose commendations"),
    "check": t("Check the data: what each sheet is taken for, what is wrong where"),
    "explain": t("Derive one unit's verdicts step by step"),
    "report": t("Render the reports again from result.json"),
    "batch": t("Score many localities or units at once"),
    "watch": t("Score again when a file changes"),
    "what-if": t("The same data under a changed plan: who moves"),
    "diff": t("Compare two results"),
    "verify": t("Derive a result again to verify it"),
    "init": t("Make a new year's folder"),
    "remind": t("What each unit still owes, as letters"),
    "plan": t("Check, show and test the plan"),
    "help": t("The help of a command"),
}
"""Every command with its one-line help, known without importing it (start-up must feel instant)."""


class LazyGroup(SpokenGroup):
    """A group whose commands are imported when they are run; ``--help`` needs only their one-line texts."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Command names in the order in which a year goes."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"thidua_cli.cli.{cmd_name.replace('-', '_')}_command")
        found: click.Command = module.command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the texts above."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, said.source) for name, said in COMMANDS.items()])


SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100, "token_normalize_func": str.casefold}
"""How commands and options are read: without case."""
COMPLETION = "_THIDUA_COMPLETE"
"""The variable by which a shell asks for what could be typed next."""


@click.group(cls=LazyGroup, context_settings=SETTINGS)
@help_lang_option
@click.version_option(__version__, "-V", "--version", prog_name="thidua", message="%(prog)s %(version)s")
def cli() -> None:
    """Scores an emulation movement from exported workbooks, ranks the units and writes the commendation documents.

    Start with:  thidua score data.xlsx
    """


def run(arguments: list[str] | None = None) -> int:
    """Run the program and give its exit status."""
    _speak_utf8()
    words = sys.argv[1:] if arguments is None else arguments
    name = PROGRAM if COMPLETION in os.environ else program()
    lang = language_of(words, os.environ.get("THIDUA_LANG", ""))
    return attempt(
        lambda: cli.main(args=words, prog_name=name, complete_var=COMPLETION, standalone_mode=False, obj=lang), lang
    )


def _speak_utf8() -> None:
    """Vietnamese comes out right also where the console or a redirect has another encoding (Windows)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")


def language_of(words: Sequence[str], otherwise: str) -> str:
    """The language that a command line asks for, before it is known to be a good one."""
    asked = otherwise
    for word, following in zip(words, [*words[1:], ""], strict=False):
        option, equals, value = word.casefold().partition("=")
        if option == "--lang" and (said := (value if equals else following).casefold()) in ("vi", "en"):
            asked = said
    return "en" if asked.casefold() == "en" else "vi"
