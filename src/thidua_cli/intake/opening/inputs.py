"""``DATA...`` on the command line to a sorted list of files with display names."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from glob import escape, glob, has_magic
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from thidua_cli.errors import DataError, UnreadableFileError, UsageError, system_reason
from thidua_cli.findings import Finding
from thidua_cli.intake.opening.own import only_own, own_kind
from thidua_cli.plan.loading import FILE_NAME
from thidua_cli.text.language import t
from thidua_cli.text.nearness import did_you_mean, nearest_file

TABLE_SUFFIXES = frozenset(
    ".xlsx .xlsm .xltx .xltm .xlsb .xls .xlt .et .ods .fods .csv .tsv .tab .txt .html .htm .mht .mhtml .xml".split()
)
"""Endings of files that a folder is searched for."""

_DOUBTFUL = frozenset(".txt .tab .xml .html .htm .mht .mhtml".split())
"""Endings that prose and pages have as well: in a folder these are looked into before they count as tables."""

_PASSING = frozenset(".tmp .bak .part .crdownload .download .swp .lock".split())
_LOOK = 1 << 20
TEMPLATES = "mau-word"
"""The folder of a year's Word templates."""
TO_DECIDE = "viec-can-quyet.txt"
"""What a person must still decide, as ``init`` lists it."""
_OF_A_YEAR = frozenset((FILE_NAME, TO_DECIDE, "thidua.bat"))
"""Files of a year's folder that are known and are no data."""
_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class InputPath:
    """One file to read. ``name`` is what messages and results call it: never an absolute path, always unique."""

    path: Path
    name: str


class Inputs(NamedTuple):
    """What ``DATA...`` means: the files to read, and a finding for each file that is left out."""

    files: list[InputPath]
    findings: list[Finding]
    """``own_output`` among them; of every other file in a folder that is no table file too."""
    own: dict[str, Path]
    """Where the files lie that the program wrote itself, by display name."""


_Found = dict[Path, tuple[PurePosixPath, PurePosixPath]]


def list_inputs(paths: Sequence[Path], *, skip: bool = False) -> Inputs:
    """The files that ``DATA...`` means, sorted by display name, and a finding for each other one.

    Folders are walked recursively for table files; hidden, temporary and lock files (``~$...``) are passed over in
    silence. The same file given twice is read once. What the program wrote itself is known by its content and is no
    data, wherever it lies and also where it is named outright. Raises :class:`UsageError` for a path that does not
    exist, :class:`DataError` where nothing is left to read or a folder is closed (half of the data must not pass for
    the whole); with ``skip`` such a folder among others is left out with a finding.
    """
    found: _Found = {}
    others: _Found = {}
    closed: dict[str, UnreadableFileError] = {}
    for path in paths:
        if path.is_dir():
            _walk(path, found, others, closed)
        elif path.suffix.lower() in (".yaml", ".yml") and path.is_file():
            raise _no_data(path)
        elif path.exists():
            found.setdefault(_real(path), (PurePosixPath(path.name), _parent_of(path)))
        else:
            near = did_you_mean(nearest_file(path))
            raise UsageError(
                t("There is no file or folder “{path}”.{near}", path=path, near=near),
                hint=t("Check the path; put names with spaces in quotes."),
            )
    own = {path: kind for path in (*found, *others) if (kind := own_kind(path)) is not None}
    names = _unique({path: shown for path, shown in (found | others).items() if path in own})
    left_out = [Finding("own_output", {"kind": kind}, names[path]) for path, kind in own.items()]
    read = {path: shown for path, shown in found.items() if path not in own}
    for refused in closed.values() if not (skip and read) else ():
        raise refused
    if not read and own:
        raise only_own(sorted((names[path], kind) for path, kind in own.items()))
    if not read:
        raise DataError(
            t("No table file was found."),
            hint=t("Give .xlsx, .xls, .ods or .csv files, or a folder that holds some."),
        )
    files = [InputPath(path, name) for path, name in _unique(read).items()]
    no_tables = [Finding("not_a_table_file", file=_nfc(str(s))) for path, (s, _) in others.items() if path not in own]
    return Inputs(
        sorted(files, key=lambda i: (i.name, str(i.path))),
        sorted([*left_out, *no_tables, *(skipped(*one) for one in closed.items())], key=Finding.sort_key),
        {names[path]: path for path in own},
    )


def expanded(paths: Sequence[Path]) -> list[Path]:
    """The paths, and in place of each pattern (``*.xlsx``, which not every shell expands) what it matches, sorted."""
    return [found for path in paths for found in (_matches(path) if _is_pattern(path) else [path])]


def _is_pattern(path: Path) -> bool:
    return has_magic(str(path)) and not os.path.lexists(path)


def _matches(pattern: Path) -> list[Path]:
    there = next((place for place in pattern.parents if os.path.lexists(place)), Path())
    words = str(Path(escape(str(there))) / pattern.relative_to(there))  # a folder may have brackets in its name
    found = sorted(Path(name) for name in glob(words, recursive=True))  # noqa: PTH207 - a pattern is one text
    wanted = [path for path in found if not _ignored(path.name)]
    if not wanted:
        raise UsageError(
            t("No file is called “{pattern}”.", pattern=pattern),
            hint=t("The star stands for any letters; check the folder before it."),
        )
    return wanted


def _no_data(path: Path) -> UsageError:
    """What is said of a plan or a vocabulary that is given as data."""
    return UsageError(
        t("{name} is a plan or a vocabulary, no data.", name=path.name),
        hint=t("Give a plan with --plan {name}, a vocabulary with --mapping {name}.", name=path.name),
    )


def is_table_name(name: str) -> bool:
    """Whether a folder's search takes a file of this name for a table file."""
    path = PurePosixPath(name)
    return not _ignored(path.name) and path.suffix.lower() in TABLE_SUFFIXES


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _parent_of(path: Path) -> PurePosixPath:
    return PurePosixPath(_real(path).parent.name)


def skipped(name: str, error: UnreadableFileError) -> Finding:
    """That a file or folder is left out as asked."""
    return Finding("skipped_unreadable", {"reason": error.message, "remedy": error.hint or ""}, name)


def _walk(folder: Path, found: _Found, others: _Found, closed: dict[str, UnreadableFileError]) -> None:
    """Links to folders are not followed (they may form a circle); links to files are."""

    def cannot_list(error: OSError) -> None:
        place = Path(error.filename)
        name = place.relative_to(folder) if place != folder else Path(place.name)
        closed[_nfc(name.as_posix())] = UnreadableFileError(
            t("The folder {folder} cannot be opened: {reason}.", folder=place, reason=system_reason(error)),
            hint=t("Ask for the right to read it, or name the files that are to be read one by one."),
        )

    for where, folders, files in os.walk(folder, onerror=cannot_list):
        folders[:] = sorted(f for f in folders if not _ignored(f) and f != TEMPLATES)
        for name in sorted(files):
            path = Path(where) / name
            suffix = path.suffix.lower()
            if _ignored(name) or suffix in _PASSING or is_of_a_year(name):
                continue
            shown = (PurePosixPath(path.relative_to(folder).as_posix()), PurePosixPath(_real(folder).name))
            if suffix in TABLE_SUFFIXES and may_be_data(path):
                found.setdefault(_real(path), shown)
            else:
                others.setdefault(_real(path), shown)


def is_of_a_year(name: str) -> bool:
    """Whether a file of this name is of a year's folder, known and no data."""
    return name.lower() in _OF_A_YEAR


def may_be_data(path: Path) -> bool:
    """Whether a file with the ending of a table is taken for data in a folder: prose and pages without one are not."""
    return path.suffix.lower() not in _DOUBTFUL or _may_hold_table(path)


def _may_hold_table(path: Path) -> bool:
    """Whether the beginning of a text or page looks like a table; a file that cannot be read is not judged here."""
    from thidua_cli.intake.opening.delimited import is_delimited
    from thidua_cli.intake.opening.html import has_table
    from thidua_cli.intake.opening.sniffing import Format, sniff

    try:
        with path.open("rb") as stream:
            head = stream.read(_LOOK)
        kind = sniff(path.name, head)
    except OSError:
        return True
    except UnreadableFileError:
        return False
    if kind is Format.DELIMITED:
        return is_delimited(head)
    return kind not in (Format.HTML, Format.MHTML) or len(head) == _LOOK or has_table(head)


def _ignored(name: str) -> bool:
    return name.startswith((".", "~$", "~")) or name.endswith("~") or name.lower() in _SYSTEM or name == "__MACOSX"


def _nfc(text: str) -> str:
    """Display text: NFC, and without the surrogates that stand for undecodable bytes of a file name."""
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))


def _unique(found: _Found) -> dict[Path, str]:
    """Display names; where two collide, those get the name of the folder they came from, then a number."""
    names = {path: _nfc(str(shown)) for path, (shown, _) in found.items()}
    clashing = _repeated(names)
    for path, (shown, parent) in found.items():
        if names[path] in clashing:
            names[path] = _nfc(str(parent / shown))
    clashing = _repeated(names)
    seen: dict[str, int] = {}
    for path in sorted(names, key=str):
        name = names[path]
        if name in clashing:
            seen[name] = seen.get(name, 0) + 1
            names[path] = f"{name} ({seen[name]})"
    return names


def _repeated(names: dict[Path, str]) -> frozenset[str]:
    values = list(names.values())
    return frozenset(name for name in values if values.count(name) > 1)
