"""The program's front door: lazy commands, one way of saying what went wrong, exit statuses of the contract."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import sys
from typing import Any

import click

from thidua_cli import __version__
from thidua_cli.cli.messages import click_message
from thidua_cli.cli.saying import say
from thidua_cli.errors import ThiduaError, where
from thidua_cli.text.language import t

COMMANDS = {
    "score": "Chấm điểm, xếp hạng, lập hồ sơ đề nghị khen thưởng / score, rank, propose",
    "check": "Kiểm tra dữ liệu: mỗi trang được hiểu là gì, sai ở đâu / check the data",
    "explain": "Giải thích kết quả của một đơn vị từng bước / derive one unit's verdicts",
    "report": "Lập lại báo cáo từ result.json / render the reports again",
    "batch": "Chấm nhiều địa phương, đơn vị cùng lúc / score many at once",
    "what-if": "Thử thay đổi kế hoạch: ai lên, ai xuống / the same data under a changed plan",
    "diff": "So sánh hai kết quả / compare two results",
    "verify": "Tính lại để kiểm chứng một kết quả / re-derive a result",
    "init": "Tạo thư mục cho năm mới / a new year's folder",
    "plan": "Kiểm tra, xem, thử kế hoạch / check, show and test the plan",
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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the texts above."""
        with formatter.section("Lệnh / Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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
    lang = _language(words)
    try:
        outcome: Any = cli.main(args=words, prog_name="thidua", standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except ThiduaError as error:
        return _fail(error.text(lang), lang, error.exit_code)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        return _wrong_usage(error, lang)
    except (KeyboardInterrupt, click.exceptions.Abort):
        return _interrupted(lang)
    except BrokenPipeError:
        # The reader of our output went away (``| head``): nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("THIDUA_DEBUG"):
            raise
        return _unforeseen(error, lang)


def _speak_utf8() -> None:
    """Vietnamese comes out right also where the console or a redirect has another encoding (Windows)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")


def _language(words: list[str]) -> str:
    for position, word in enumerate(words):
        if word == "--lang=en" or (word == "--lang" and words[position + 1 : position + 2] == ["en"]):
            return "en"
    return "vi"


def _interrupted(lang: str) -> int:
    return _fail(t("Interrupted.").text(lang), lang, 130)


def _fail(message: str, lang: str, status: int) -> int:
    with contextlib.suppress(OSError, ThiduaError):  # nobody can be told
        say(f"{'Lỗi' if lang == 'vi' else 'Error'}: {message}", err=True)
    return status


def _wrong_usage(error: click.ClickException, lang: str) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        # Nothing was asked for: the help is the answer, not an error.
        say(error.format_message(), err=True)
        return error.exit_code
    return _fail(click_message(error, lang), lang, error.exit_code)


def _unforeseen(error: Exception, lang: str) -> int:
    if _comes_of(error, KeyboardInterrupt):  # libraries wrap what they are interrupted by while they load
        return _interrupted(lang)
    starved = _comes_of(error, MemoryError) or getattr(error, "errno", None) == errno.ENOMEM
    if getattr(error, "errno", None) == errno.ENOSPC:
        return _fail(t("The disk is full.").text(lang), lang, 3)
    return _fail(_no_memory(lang) if starved else _unexpected(error, lang), lang, 3)


def _unexpected(error: Exception, lang: str) -> str:
    said = t(
        "The program met something it does not handle ({what}).\nPlease report it with the command you ran.",
        what=where(error),
    )
    return said.text(lang)


def _no_memory(lang: str) -> str:
    said = t("Not enough memory.\nClose other programs, or split the data into several runs (thidua batch).")
    return said.text(lang)


def _comes_of(error: BaseException, kind: type[BaseException]) -> bool:
    """Whether an exception, or one that it was made of on the way, is of a kind."""
    seen: BaseException | None = error
    while seen is not None and not isinstance(seen, kind):
        seen = seen.__cause__ or seen.__context__
    return seen is not None
