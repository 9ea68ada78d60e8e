"""What the program wrote itself, known by the mark in the file, never by its name or by what lies beside it."""

from __future__ import annotations

import mmap
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from thidua_cli import marks
from thidua_cli.errors import DataError
from thidua_cli.intake.opening.encoding import decode
from thidua_cli.text.language import t

_HEAD = 1 << 17
_MOST_PARTS = 20_000
_MOST_INFLATED = 1 << 20
_END = b"PK\x05\x06"
_END_SIZE = 22
_NAME = re.escape(marks.PROPERTY)
_IN_BOOK = re.compile(rf'\bname="{_NAME}"[^>]*>\s*<(?:\w+:)?lpw?str\b[^>]*>([\w.-]{{1,40}})<')
"""The mark among the properties of an Office document."""
_IN_ODF = re.compile(rf'<meta:user-defined\b[^>]*\bmeta:name="{_NAME}"[^>]*>([\w.-]{{1,40}})<')
"""Among those of an OpenDocument file, which LibreOffice makes of it."""
_IN_PAGE = re.compile(
    rf"""<meta\s[^>]{{0,200}}\bname=["']?{_NAME}["']?\s[^>]{{0,60}}\bcontent=["']?([\w.-]{{1,40}})""", re.IGNORECASE
)
"""In a page of ours, or one that LibreOffice saved a marked workbook as."""
_IN_ISLAND = re.compile(rf"<(?:o:)?{_NAME}\b[^>]{{0,80}}>([\w.-]{{1,40}})<")
"""Where Excel puts the properties of a workbook that it saves as a page or as XML of 2003."""
_GENERATOR = re.compile(r"""<meta\s+name=["']?generator["']?\s+content=["']?thidua \d""", re.IGNORECASE)
_JSON = re.compile(r'\s*\{\s*"schema":\s*"thidua-([a-z]+)/\d')
_OLD_MAPPING = "# Từ vựng của cơ quan, dùng với --mapping."
_MIME = re.compile(r"\s*(?:MIME-Version|From|Content-Type|Subject|Date|X-[\w-]+)\s*:", re.IGNORECASE)


def own_kind(path: Path) -> str | None:
    """What kind of the program's own output a file is; None for all others, and for what cannot be looked into."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return None
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
            if head.startswith(b"PK"):
                return _in_container(stream)
            if head.startswith(b"\xd0\xcf\x11\xe0"):
                return _in_old_book(stream)
            if head.startswith(b"%PDF-"):
                return _in_pdf(stream)
    except (OSError, ValueError):
        return None
    return _in_text(head)


def only_own(files: Sequence[tuple[str, str]]) -> DataError:
    """The message where nothing but own outputs was given; ``files`` are names and kinds."""
    names = ", ".join(name for name, _ in files[:5]) + (", …" if len(files) > 5 else "")
    mended = any(kind == marks.FIX_LIST for _, kind in files)
    hint = t("Give the original data.")
    if mended:
        hint = t(
            "A list of things to mend is for reference: mend those cells in the original file, then run with that."
        )
    return DataError(
        t("There is only what thidua wrote itself, no data: {names}.", names=names),
        hint=hint,
    )


def _in_container(stream: BinaryIO) -> str | None:
    if not 0 < _parts(stream) <= _MOST_PARTS:
        return None
    try:
        with zipfile.ZipFile(stream) as archive:
            for member, form in ((marks.CUSTOM, _IN_BOOK), ("meta.xml", _IN_ODF)):
                if member in archive.NameToInfo:
                    with archive.open(member) as part:
                        found = form.search(part.read(_MOST_INFLATED).decode("utf-8", "replace"))
                    if found is not None:
                        return found[1]
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        pass  # a damaged or locked container is for the reader to refuse, with its reason
    return None


def _parts(stream: BinaryIO) -> int:
    """How many parts a container says it has: a very long list of them is not read through here."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 65_536 - _END_SIZE))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        return 0
    (count,) = struct.unpack_from("<H", tail, at + 10)
    return int(count)


def _in_old_book(stream: BinaryIO) -> str | None:
    """The mark in the list of property names of a workbook that Excel saved as .xls: its length, then its letters."""
    length = struct.pack("<I", len(marks.PROPERTY) + 1)
    forms = (marks.PROPERTY.encode() + b"\0", (marks.PROPERTY + "\0").encode("utf-16-le"))
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return "xls" if any(data.find(length + form) >= 0 for form in forms) else None


def _in_pdf(stream: BinaryIO) -> str | None:
    """The mark among the keywords of a PDF that LibreOffice made of one of our documents."""
    text = marks.PROPERTY
    forms = (text.encode(), text.encode("utf-16-be").hex().upper().encode(), text.encode("utf-16-be"))
    with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return "pdf" if any(data.find(form) >= 0 for form in forms) else None


def _in_text(head: bytes) -> str | None:
    text = decode(head)
    if text is None:
        return None
    start = text.lstrip()
    if start.startswith("<"):
        return _in_markup(text)
    if start.startswith("{"):
        found = _JSON.match(text)
        return found[1] if found is not None else None
    if start.startswith((marks.MAPPING_LINE, _OLD_MAPPING)):
        return "mapping"
    if _MIME.match(text):
        return _in_message(head)
    return "screen" if marks.is_screen(start) else None


def _in_markup(text: str) -> str | None:
    for form in (_IN_PAGE, _IN_ODF, _IN_ISLAND):
        found = form.search(text)
        if found is not None:
            return found[1]
    return "page" if _GENERATOR.search(text) else None


def _in_message(head: bytes) -> str | None:
    """A page that a browser or Excel saved as one file: its first page is looked into."""
    from email import message_from_bytes, policy

    try:
        for part in message_from_bytes(head.lstrip(), policy=policy.compat32).walk():
            payload = part.get_payload(decode=True)
            if part.get_content_maintype() == "text" and isinstance(payload, bytes):
                kind = _in_markup(payload.decode("utf-8", "replace"))
                if kind is not None:
                    return kind
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError):
        pass  # a damaged message is for the reader to refuse
    return None
