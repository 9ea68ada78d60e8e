"""What the parts of a batch are: each sub-folder, and each workbook that stands beside them.

A folder may be a local one or any address that fsspec reads (``s3://…``, ``memory://…``), which workers then fetch.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from thidua_cli.calling import typed
from thidua_cli.errors import DataError, UsageError, system_reason
from thidua_cli.intake.opening import is_table_name
from thidua_cli.intake.opening.inputs import TEMPLATES, is_of_a_year, may_be_data
from thidua_cli.intake.opening.own import own_kind
from thidua_cli.text.language import Message, t
from thidua_cli.text.nearness import did_you_mean, nearest_file

STAMP = "phan.json"
"""The file that says that a part's results are complete."""
COMBINED_FILES = ("tong-hop.json", "tong-hop.html", "tong-hop.xlsx")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]$')
"""What a folder's name may not hold on some system (an address may name files that this disk cannot)."""


@dataclass(frozen=True, slots=True, order=True)
class PartFile:
    """One file: what results call it (its path below the batch's folder, NFC), its path or address, its size."""

    name: str
    address: str
    size: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name (also that of its results' folder), its files, whether it is one workbook by itself."""

    name: str
    files: tuple[PartFile, ...]
    is_workbook: bool

    @property
    def place(self) -> Path | None:
        """Its workbook or folder on this disk; None where it lies at an address."""
        file = self.files[0] if self.files else None
        if file is None or is_address(file.address):
            return None
        below = file.name.count("/")
        return Path(file.address).parents[below - 1] if below else Path(file.address)


@dataclass(frozen=True, slots=True)
class Found:
    """What a batch's folder holds: parts in the order of their names, sub-folders without a table, closed ones."""

    parts: Sequence[Part]
    empty: Sequence[str] = ()
    closed: Sequence[tuple[str, Message]] = ()
    """Sub-folders that cannot be opened, each with the system's reason."""
    own: Mapping[str, int] = field(default_factory=dict)
    """How many files each sub-folder, or the file itself, has that the program wrote and that are no data."""


@dataclass(slots=True)
class _Listing:
    """Files, sub-folders and closed sub-folders as a folder lists them, by names below it."""

    files: list[PartFile] = field(default_factory=list)
    folders: set[str] = field(default_factory=set)
    closed: dict[str, Message] = field(default_factory=dict)
    own: Counter[str] = field(default_factory=Counter)


def is_address(folder: str) -> bool:
    """Whether a folder is an address for fsspec and not a path (one that begins with a drive's letter is a path)."""
    return "://" in folder


def find_parts(folder: str, out: Path) -> Found:
    """The parts of a batch. ``out`` is where results go. Raises UsageError or DataError."""
    listing = _remote(folder) if is_address(folder) else _local(Path(folder), out)
    groups: dict[str, list[PartFile]] = {}
    for file in sorted(listing.files):
        groups.setdefault(file.name.partition("/")[0], []).append(file)
    parts = [_part(head, files) for head, files in groups.items()]
    if not parts and not listing.closed:
        raise DataError(
            t("{folder}: no table files.", folder=folder),
            hint=t("Each sub-folder, or each workbook, is one locality's or one unit's data."),
        )
    empty = sorted(listing.folders - groups.keys() - listing.closed.keys() - listing.own.keys())
    return Found(_told_apart(parts), empty, sorted(listing.closed.items()), dict(sorted(listing.own.items())))


def _part(head: str, files: Sequence[PartFile]) -> Part:
    alone = len(files) == 1 and files[0].name == head
    return Part(PurePosixPath(head).stem if alone else head, tuple(files), alone)


def _told_apart(parts: Sequence[Part]) -> list[Part]:
    """A folder and a workbook, or two workbooks, of one name get different names for their results."""
    taken = set(COMBINED_FILES)
    named = []
    for part in parts:
        safe = _FORBIDDEN.sub("_", part.name)
        name, number = safe, 2
        while name.casefold() in taken:
            name, number = f"{safe} ({number})", number + 1
        taken.add(name.casefold())
        named.append(Part(name, part.files, part.is_workbook))
    return named


def _hidden(name: str) -> bool:
    """Hidden, temporary and lock files and folders, what Mac archives leave behind, an office's Word templates."""
    return name.startswith((".", "~")) or name in ("__MACOSX", TEMPLATES)


def _wanted(inside: str) -> bool:
    *folders, name = PurePosixPath(inside).parts
    return not any(map(_hidden, [*folders, name])) and is_table_name(name) and not is_of_a_year(name)


def _shown(path: str) -> str:
    """A path as results show it: NFC, forward slashes, no surrogates of undecodable names."""
    text = path.replace(os.sep, "/").encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", text)


def _local(folder: Path, out: Path) -> _Listing:
    _can_be_read(folder, out)
    listing = _Listing()

    def closed(error: OSError) -> None:
        head = _shown(os.path.relpath(error.filename, folder)).partition("/")[0]
        listing.closed[head] = system_reason(error)

    for where, folders, names in os.walk(folder, onerror=closed):
        here = Path(where)
        folders[:] = sorted(name for name in folders if not _hidden(name))
        if here == folder:
            listing.folders.update(map(_shown, folders))
        for path in (here / name for name in names if not _hidden(name)):
            _list(path, _shown(str(path.relative_to(folder))), listing)
    for head in listing.closed:
        # Half a locality must not pass for the whole of it.
        listing.files = [file for file in listing.files if file.name.partition("/")[0] != head]
    return listing


def _can_be_read(folder: Path, out: Path) -> None:
    if not folder.is_dir():
        near = did_you_mean([] if folder.exists() else nearest_file(folder))
        hint = t("Choose the folder that holds each locality's or unit's sub-folder or workbook.")
        if folder.is_file():
            hint = t("One file alone is scored so: {command}", command=typed("score", str(folder)))
        raise UsageError(t("{folder}: not a folder.{near}", folder=folder, near=near), hint=hint)
    if out.resolve() == folder.resolve():
        raise UsageError(
            t("--out {out}: must not be the data folder itself.", out=out),
            hint=t("Choose another folder for the results; inputs are never changed."),
        )


def _list(path: Path, inside: str, listing: _Listing) -> None:
    """Take one file into the list: what an earlier run left beside the data, wherever it lies, is no data."""
    if not path.is_file():
        return
    if own_kind(path) is not None:
        listing.own[inside.partition("/")[0]] += 1
    elif _wanted(inside) and may_be_data(path):
        listing.files.append(PartFile(inside, str(path), path.stat().st_size))


def _remote(address: str) -> _Listing:
    try:
        import fsspec
    except ImportError as error:
        raise UsageError(
            t("{address}: install thidua-cli[cluster] to read from such an address.", address=address),
        ) from error
    try:
        system, root = fsspec.core.url_to_fs(address)
        found = system.find(root, detail=True)
    except Exception as error:  # each file system has exceptions of its own
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        raise DataError(t("{address}: cannot be read ({reason}).", address=address, reason=reason)) from error
    base = root.rstrip("/") + "/"
    listing = _Listing()
    for path, facts in found.items():
        inside = _shown(path.removeprefix(base))
        if _wanted(inside):
            listing.files.append(PartFile(inside, system.unstrip_protocol(path), int(facts.get("size") or 0)))
    return listing
