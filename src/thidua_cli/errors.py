"""What stops a run: each error is one message with a remedy, and the exit status that the contract gives it.

Errors are for what prevents any result; whatever merely taints the data is a finding (see
:mod:`thidua_cli.findings`).
"""

from __future__ import annotations

import errno
from pathlib import Path

from thidua_cli.text.language import Message, joined, t


def where(error: Exception) -> str:
    """Kind and place of an error without its text, which may hold a cell's."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f", {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else ""
    return type(error).__name__ + place


_SYSTEM = {
    errno.ENOENT: t("there is no such file or folder"),
    errno.EACCES: t("no permission, or a program has it open"),
    errno.EPERM: t("no permission, or a program has it open"),
    errno.ENOSPC: t("the disk is full"),
    errno.EISDIR: t("it is a folder, not a file"),
    errno.ENOTDIR: t("a file stands where a folder is expected"),
    errno.EROFS: t("the disk can only be read"),
    errno.ENAMETOOLONG: t("the name is too long"),
    errno.EEXIST: t("a file of that name is there"),
    errno.EBUSY: t("another program has it open"),
}


def system_reason(error: Exception) -> Message:
    """Why the operating system refuses, in the reader's language where it is a common reason."""
    known = _SYSTEM.get(getattr(error, "errno", None) or 0)
    return known or joined([getattr(error, "strerror", None) or str(error) or type(error).__name__])


class ThiduaError(Exception):
    """Base of every error a user can cause or meet; ``exit_code`` is the process exit status.

    ``message`` says what is wrong and where, ``hint`` what to do next.
    """

    exit_code = 3

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    @property
    def said(self) -> Message:
        """The whole message: what is wrong, then (on its own line) what to do next."""
        return joined([said for said in (self.message, self.hint) if said], "\n")

    def text(self, lang: str = "vi") -> str:
        """The same in one language."""
        return self.said.text(lang)

    def __str__(self) -> str:
        return self.message.text()


class UsageError(ThiduaError):
    """The command's words are off (exit 2)."""

    exit_code = 2


class DataError(ThiduaError):
    """No score can be made from the data (exit 3)."""


class UnreadableFileError(DataError):
    """One input file cannot be read (exit 3, or left out with ``--skip-unreadable``)."""


class OutputError(DataError):
    """A result cannot be written (exit 3)."""


class InterruptedBatchError(ThiduaError):
    """A batch was stopped on request; what is done lies whole on the disk (exit 130)."""

    exit_code = 130


class PlanError(ThiduaError):
    """The plan is not valid (exit 4); ``problems`` are its mistakes, without their places."""

    exit_code = 4
    problems: tuple[Message, ...] = ()


class TemplateError(ThiduaError):
    """A Word template of the office cannot be filled (exit 2)."""

    exit_code = 2
