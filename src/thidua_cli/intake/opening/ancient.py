"""Formats from before the workbooks of today, and of other programs: named, so that the clerk knows what to convert.

Nothing here is read. Each is told by the bytes that its own program begins a file with; an ending is never trusted.
"""

from __future__ import annotations

import re
import zlib

from thidua_cli.text.language import Message, t

_BEGINNINGS: tuple[tuple[bytes, Message], ...] = (
    (b"ID;P", t("a SYLK sheet (.slk)")),
    (b"\x00\x00\x02\x00\x04\x04", t("a Lotus 1-2-3 sheet")),
    (b"\x00\x00\x02\x00\x06\x04", t("a Lotus 1-2-3 sheet")),
    (b"\x00\x00\x1a\x00", t("a Lotus 1-2-3 sheet")),
    (b"\x00\x00\x02\x00\x01\x10", t("a Quattro Pro sheet")),
    (b"\x00\x00\x02\x00\x02\x10", t("a Quattro Pro sheet")),
    (b"\xff\x00\x02\x00\x04\x04", t("a Microsoft Works sheet")),
)
_DIF = re.compile(rb"TABLE\r?\n0,1\r?\n")
_EXCEL_4 = re.compile(rb"\x09(?:\x00[\x04\x06]|\x02[\x04\x06]|\x04[\x04\x06])\x00")
_DBASE_VERSIONS = frozenset((0x02, 0x03, 0x30, 0x31, 0x43, 0x83, 0x8B, 0xF5))
_DBASE_HEAD, _DBASE_FIELD = 32, 32


def ancient_format(data: bytes) -> Message | None:
    """What a file of an older or other program is; None for any other file."""
    for beginning, what in _BEGINNINGS:
        if data.startswith(beginning):
            return what
    if _EXCEL_4.match(data):
        return t("a workbook of Excel 4.0 or older")
    if _DIF.match(data):
        return t("a DIF sheet")
    if _is_dbase(data):
        return t("a dBase or FoxPro table (.dbf)")
    if data.startswith(b"\x1f\x8b") and _is_gnumeric(data):
        return t("a Gnumeric sheet")
    return None


def ancient_zip(members: frozenset[str], mimetype: str) -> Message | None:
    """The same for what is packed in a zip container."""
    if mimetype.startswith("application/vnd.sun.xml.calc"):
        return t("an OpenOffice 1.x sheet (.sxc)")
    if any(m.endswith(".iwa") or m == "index.numbers" for m in members) or "Index.zip" in members:
        return t("an Apple Numbers sheet")
    return None


def _is_dbase(data: bytes) -> bool:
    """A header of whole 32-byte fields, closed by a carriage return where it says that it ends, with a real date."""
    if len(data) <= _DBASE_HEAD + _DBASE_FIELD or data[0] not in _DBASE_VERSIONS:
        return False
    length = int.from_bytes(data[8:10], "little")
    end = data.find(b"\r", _DBASE_HEAD, length)
    fields_are_whole = end > 0 and (end - _DBASE_HEAD) % _DBASE_FIELD == 0
    return fields_are_whole and 1 <= data[2] <= 12 and 1 <= data[3] <= 31


def _is_gnumeric(data: bytes) -> bool:
    try:
        head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:65536], 4096)
    except zlib.error:
        return False
    return b"www.gnumeric.org" in head
