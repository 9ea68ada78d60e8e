"""What a file is, told by its content: the name's ending is often wrong (exports name HTML tables ``.xls``)."""

from __future__ import annotations

import re
from enum import StrEnum

from thidua_cli.errors import UnreadableFileError
from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.ancient import ancient_format, ancient_zip
from thidua_cli.intake.opening.encoding import decode
from thidua_cli.text.language import Message, t


class Format(StrEnum):
    """The formats that can be read."""

    ZIP = "zip"
    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    HTML = "html"
    MHTML = "mhtml"
    SPREADSHEETML = "spreadsheetml"
    FLAT_ODS = "fods"
    DELIMITED = "csv"


_FOREIGN: tuple[tuple[bytes, Message], ...] = (
    (b"%PDF-", t("a PDF document")),
    (b"\x89PNG\r\n", t("a PNG picture")),
    (b"\xff\xd8\xff", t("a JPEG picture")),
    (b"GIF8", t("a GIF picture")),
    (b"BM", t("a BMP picture")),
    (b"II*\x00", t("a TIFF picture")),
    (b"MM\x00*", t("a TIFF picture")),
    (b"Rar!", t("a RAR archive")),
    (b"7z\xbc\xaf", t("a 7z archive")),
    (b"\x1f\x8b", t("a gzip archive")),
    (b"{\\rtf", t("an RTF document")),
    (b"MZ", t("a program")),
    (b"\x7fELF", t("a program")),
    (b"SQLite format 3", t("an SQLite database")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = b"\x09\x08"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta|style|div|tr|th|td|center|font)\b", re.IGNORECASE)
_ZIP_FOREIGN: tuple[tuple[str, Message], ...] = (
    ("word/", t("a Word document")),
    ("ppt/", t("a PowerPoint presentation")),
    ("visio/", t("a Visio drawing")),
    ("META-INF/MANIFEST.MF", t("a Java archive")),
)


def sniff(name: str, data: bytes) -> Format:
    """The format of a whole file from its bytes; raises :class:`UnreadableFileError` for what is no table file.

    Zip and OLE containers are told apart further by :func:`zip_format` and by the readers themselves.
    """
    if not data[:4096].strip(b"\x00 \t\r\n\xef\xbb\xbf") and not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise refusals.empty(name)
    if data.startswith(_ZIP):
        return Format.ZIP
    if data.startswith((_OLE, _BARE_BIFF)):
        return Format.XLS
    ancient = ancient_format(data)
    if ancient is not None:
        raise refusals.old_format(name, ancient)
    for magic, what in _FOREIGN:
        if data.startswith(magic) and not (len(magic) < 4 and _is_text(data)):
            raise refusals.not_a_table(name, what)
    return _text_format(name, data)


def _is_text(data: bytes) -> bool:
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", data[:4096])


def _text_format(name: str, data: bytes) -> Format:
    head = decode(data[:65536])
    if head is None:
        raise refusals.not_a_table(name, t("a binary file of an unknown kind"))
    start = head.lstrip("\ufeff \t\r\n\x00")
    if re.match(r"(?:MIME-Version|Content-Type|From|X-[\w-]+|Subject|Date)\s*:", start, re.IGNORECASE) and re.search(
        r"^content-type\s*:", start, re.IGNORECASE | re.MULTILINE
    ):
        return Format.MHTML
    if not start.startswith("<"):
        return Format.DELIMITED
    if "urn:schemas-microsoft-com:office:spreadsheet" in head and re.search(r"<(?:\w+:)?Workbook\b", head):
        return Format.SPREADSHEETML
    if "urn:oasis:names:tc:opendocument:xmlns:office" in head and "<office:document" in head:
        return Format.FLAT_ODS
    if _HTML.search(head):
        return Format.HTML
    raise refusals.not_a_table(name, t("an XML or text file without a table"))


def zip_format(name: str, members: frozenset[str], content_types: str, mimetype: str) -> Format:
    """Which workbook a zip container is, from its member names, ``[Content_Types].xml`` and ``mimetype``."""
    if mimetype.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        return Format.ODS
    # slides and texts embed whole workbooks, and then name their type too
    embedded = any(m.startswith(("word/", "ppt/", "visio/")) for m in members)
    at_home = any(m.startswith("xl/worksheets/") for m in members)
    if "xl/workbook.bin" in members or ("ms-excel.sheet.binary" in content_types and not embedded):
        return Format.XLSB
    if at_home or ("spreadsheetml" in content_types and not embedded):
        return Format.XLSX
    raise foreign_zip(name, members, mimetype)


def foreign_zip(name: str, members: frozenset[str], mimetype: str) -> UnreadableFileError:
    """The message for a zip container that is no workbook."""
    if mimetype.startswith("application/vnd.oasis.opendocument"):
        return refusals.not_a_table(name, t("an OpenDocument text or presentation"))
    ancient = ancient_zip(members, mimetype)
    if ancient is not None:
        return refusals.old_format(name, ancient)
    for prefix, what in _ZIP_FOREIGN:
        if any(m.startswith(prefix) for m in members):
            return refusals.not_a_table(name, what)
    if "encryption" in {m.lower() for m in members} or "EncryptedPackage" in members:
        return refusals.encrypted(name)
    return refusals.not_a_table(name, t("a ZIP archive"))
