"""What is said when files cannot be written."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from thidua_cli.calling import option_here
from thidua_cli.errors import OutputError, UsageError, system_reason
from thidua_cli.text.language import t

_OTHER_KIND = (errno.ENOTDIR, errno.EEXIST, errno.EISDIR)
"""A file stands where a folder is wanted, or the other way round."""


def cannot_write(path: Path, error: OSError) -> OutputError:
    """The file or folder in the way, the reason, and that nothing was changed."""
    said = t(
        "Cannot write to {path}: {reason}. Earlier results, if any, stand whole.",
        path=path,
        reason=system_reason(error),
    )
    if error.errno in _OTHER_KIND:
        return OutputError(said, hint=t("Choose another name or folder to write to, or rename what is there."))
    return OutputError(
        said,
        hint=t(
            "Close it if Word or Excel has it open, check permissions and disk space, or choose another place{option}.",
            option=option_here(),
        ),
    )


def not_a_folder(path: Path, file: Path) -> OutputError:
    """A folder is to be written into, and a file is in its place."""
    return OutputError(
        t("Cannot write into {path}: {file} is a file, not a folder.", path=path, file=file.name),
        hint=t("Choose another folder{option}, or rename that file.", option=option_here()),
    )


def half_done(path: Path, error: OSError) -> OutputError:
    """A file in the way of putting the old files back, or of ending what a killed run began: the next run does it."""
    reason = system_reason(error)
    return OutputError(
        t(
            "Cannot write to {path}: {reason}. A writing that was broken off is not ended; the next run ends it.",
            path=path,
            reason=reason,
        ),
        hint=t("Close every file of that folder that Word or Excel has open and run again."),
    )


def of_another_year(folder: Path, years: Sequence[str], year: int) -> OutputError:
    """A result that rests on data of its own year would be replaced by one that does not."""
    said = ", ".join(years)
    return OutputError(
        t(
            "The dated data are of {years}, the plan is of {year}, and {folder} holds a result of data of the right "
            "year: nothing is written.",
            years=said,
            year=str(year),
            folder=folder,
        ),
        hint=t(
            "Name the plan of {years} with --plan, or choose another folder{option}; to replace that result all the "
            "same, add --overwrite.",
            years=said,
            option=option_here(),
        ),
    )


def of_another_period(folder: Path, day: date, before: date) -> OutputError:
    """A result with verdicts would be replaced by one without any, for its figures are of another period."""
    return OutputError(
        t(
            "Up to {day} nothing can be judged by these figures, and {folder} holds a result as of {before} with "
            "verdicts: nothing is written.",
            day=day,
            before=before,
            folder=folder,
        ),
        hint=t(
            "Name the closing day of the figures with --as-of, or choose another folder{option}; to replace that "
            "result all the same, add --overwrite.",
            option=option_here(),
        ),
    )


def busy(folder: Path) -> OutputError:
    """Another run is writing into the same folder."""
    return OutputError(
        t("Another run of thidua is writing into {folder}.", folder=folder),
        hint=t("Wait until it is done and run again, or choose another place{option}.", option=option_here()),
    )


def is_an_input(name: str, target: Path) -> UsageError:
    """A file that would be written is one that is read."""
    return UsageError(
        t(
            "{name} is an input and the same file as an output ({target}): nothing is written.",
            name=name,
            target=target,
        ),
        hint=t("Choose another output{option}, or rename the input.", option=option_here()),
    )
