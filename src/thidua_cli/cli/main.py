"""The program's front door: lazy commands, one way of saying what went wrong, exit statuses of the contract."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from thidua_cli import __version__
from thidua_cli.calling import PROGRAM, as_typed, program
from thidua_cli.cli.failing import attempt

COMMANDS = {
    "score": "Chấm điểm, xếp hạng, lập hồ sơ đề nghị khen thưởng / score, rank, propose",
    "check": "Kiểm tra dữ liệu: mỗi trang được hiểu là gì, sai ở đâu / check the data",
    "explain": "Giải thích kết quả của một đơn vị từng bước / derive one unit's verdicts",
    "report": "Lập lại báo cáo từ result.json / render the reports again",
    "batch": "Chấm nhiều địa phương, đơn vị cùng lúc / score many at once",
    "watch": "Chấm lại mỗi khi số liệu thay đổi / score again when a file changes",
    "what-if": "Thử thay đổi kế hoạch: ai lên, ai xuống / the same data under a changed plan",
    "diff": "So sánh hai kết quả / compare two results",
    "verify": "Tính lại để kiểm chứng một kết quả / re-derive a result",
    "init": "Tạo thư mục cho năm mới / a new year's folder",
    "remind": "Nhắc từng đơn vị bổ sung số liệu còn thiếu / what each unit still owes",
    "plan": "Kiểm tra, xem, thử kế hoạch / check, show and test the plan",
    "help": "Trợ giúp của một lệnh / the help of a command",
}
"""Every command with its one-line help, known without importing it (start-up must feel instant)."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are run; ``--help`` needs only their one-line texts."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Command names in the order in which a year goes."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"thidua_cli.cli.{cmd_name.replace('-', '_')}_command")
        command: click.Command = module.command
        return command

    def get_help(self, ctx: click.Context) -> str:
        """The help, commands in it as they can be typed here."""
        return as_typed(super().get_help(ctx))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the texts above."""
        with formatter.section("Lệnh / Commands"):
            formatter.write_dl(list(COMMANDS.items()))


SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100, "token_normalize_func": str.casefold}
"""How commands and options are read: without case."""
COMPLETION = "_THIDUA_COMPLETE"
"""The variable by which a shell asks for what could be typed next."""


@click.group(cls=LazyGroup, context_settings=SETTINGS)
@click.version_option(__version__, "-V", "--version", prog_name="thidua", message="%(prog)s %(version)s")
def cli() -> None:
    """Chấm điểm phong trào thi đua cải cách hành chính từ tệp Excel, xếp hạng và lập hồ sơ đề nghị khen thưởng.

    Scores an emulation movement from exported workbooks, ranks the units and writes the commendation documents.

    Bắt đầu / start with:  thidua score data.xlsx
    """


def run(arguments: list[str] | None = None) -> int:
    """Run the program and give its exit status."""
    _speak_utf8()
    words = sys.argv[1:] if arguments is None else arguments
    name = PROGRAM if COMPLETION in os.environ else program()
    return attempt(
        lambda: cli.main(args=words, prog_name=name, complete_var=COMPLETION, standalone_mode=False),
        language_of(words, os.environ.get("THIDUA_LANG", "")),
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
        if option == "--lang":
            asked = value if equals else following
    return "en" if asked.casefold() == "en" else "vi"
