"""What stops a run: each error is one message with a remedy, and the exit status that the contract gives it.

Every message exists in Vietnamese (what staff see by default) and in English (``--lang en``). Errors are for what
prevents any result; whatever merely taints the data is a finding (see :mod:`thidua_cli.findings`).
"""

from __future__ import annotations

from pathlib import Path

from thidua_cli.text.language import Message


def where(error: Exception) -> str:
    """Kind and place of an error without its text, which may hold a cell's."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f", {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else ""
    return type(error).__name__ + place


class ThiduaError(Exception):
    """Base of every error a user can cause or meet; ``exit_code`` is the process exit status.

    ``message`` says what is wrong and where, ``hint`` what to do next. The old form has the two languages' texts side
    by side, ``vi``/``en`` and ``hint_vi``/``hint_en``.
    """

    exit_code = 3

    def __init__(
        self, vi: str | Message, en: str = "", *, hint_vi: str = "", hint_en: str = "", hint: Message | None = None
    ) -> None:
        if isinstance(vi, Message):
            en = vi.text("en")
            vi = vi.text("vi")
        if hint is not None:
            hint_vi, hint_en = hint.text("vi"), hint.text("en")
        super().__init__(vi)
        self.vi = vi
        self.en = en
        self.hint_vi = hint_vi
        self.hint_en = hint_en

    def text(self, lang: str = "vi") -> str:
        """The whole message in one language: what is wrong, then (on its own line) what to do next."""
        message, hint = (self.en, self.hint_en) if lang == "en" else (self.vi, self.hint_vi)
        return f"{message}\n{hint}" if hint else message

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the keyword-only hints, so that an error survives the way back from a worker process."""
        return (_rebuild, (type(self), self.vi, self.en, self.hint_vi, self.hint_en))


def _rebuild(kind: type[ThiduaError], vi: str, en: str, hint_vi: str, hint_en: str) -> ThiduaError:
    return kind(vi, en, hint_vi=hint_vi, hint_en=hint_en)


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
    """The plan is not valid (exit 4)."""

    exit_code = 4


class TemplateError(ThiduaError):
    """A Word template of the office cannot be filled (exit 2)."""

    exit_code = 2
