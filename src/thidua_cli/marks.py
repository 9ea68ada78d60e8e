"""The mark that everything written by the program carries, and the seal that tells whether it was edited since.

The mark is a property of the document by the name :data:`PROPERTY`, which office programs keep when they save the file
under another name or in another format. The seal is a hash over the rest of the file, which a document saved by them no
longer has.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

PROPERTY = "thidua-output"
FIX_LIST = "fix-list"
MAPPING_LINE = f"# {PROPERTY}: mapping"
"""First line of a mapping file."""

CUSTOM = "docProps/custom.xml"
SEAL = "docProps/thidua-seal.xml"
"""A part that no other part refers to: office programs pass over it and leave it out when they save."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_SEALED_PAGE = re.compile(rb"<!-- " + PROPERTY.encode() + rb": [\w.-]{1,40} sha256=([0-9a-f]{64}) -->\n\Z")
_SEALED_PART = re.compile(rb'sha256="([0-9a-f]{64})"')


def with_property(parts: dict[str, bytes], kind: str) -> None:
    """Put the mark into the parts of an Office document, beside the properties that it has already."""
    from lxml import etree

    if CUSTOM in parts:
        root = etree.fromstring(parts[CUSTOM])
    else:
        root = etree.fromstring(f'<Properties xmlns="{_CUSTOM_SPACE}" xmlns:vt="{_VARIANT}"/>')
        parts["[Content_Types].xml"] = _added(
            parts["[Content_Types].xml"], "Override", {"PartName": f"/{CUSTOM}", "ContentType": _CUSTOM_TYPE}
        )
        relation = {"Id": "rIdThiduaMark", "Type": _CUSTOM_RELATION, "Target": CUSTOM}
        parts["_rels/.rels"] = _added(parts["_rels/.rels"], "Relationship", relation)
    for old in [one for one in root if one.get("name") == PROPERTY]:
        root.remove(old)
    number = max((int(one.get("pid", "1")) for one in root), default=1) + 1
    marked = {"fmtid": _FORMAT_ID, "pid": str(number), "name": PROPERTY}
    said = etree.SubElement(root, f"{{{_CUSTOM_SPACE}}}property", marked)
    etree.SubElement(said, f"{{{_VARIANT}}}lpwstr").text = kind
    parts[CUSTOM] = _xml(root)


def _added(xml: bytes, tag: str, attributes: dict[str, str]) -> bytes:
    from lxml import etree

    root = etree.fromstring(xml)
    space = root.tag.partition("}")[0] + "}"
    etree.SubElement(root, space + tag, attributes)
    return _xml(root)


def _xml(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def sealed_book(data: bytes) -> bytes:
    """An Office document with its seal, a part of its own at the end; nothing is compressed again."""
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo(SEAL, date_time=_EPOCH)
        entry.compress_type = zipfile.ZIP_DEFLATED
        text = f'<?xml version="1.0" encoding="UTF-8"?>\n<seal sha256="{_digest(archive.infolist())}"/>\n'
        archive.writestr(entry, text)
    return stream.getvalue()


def sealed_page(data: bytes, kind: str) -> bytes:
    """A page with its seal, a comment at the end."""
    return data + f"<!-- {PROPERTY}: {kind} sha256={hashlib.sha256(data).hexdigest()} -->\n".encode()


def is_as_written(data: bytes) -> bool:
    """Whether the seal is there and holds: nobody saved the file anew or changed a byte of it."""
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                with archive.open(SEAL) as part:
                    said = _SEALED_PART.search(part.read(1_000))
                entries = [entry for entry in archive.infolist() if entry.filename != SEAL]
                # The checksums are those of the directory: a part that was changed in place gives itself away here.
                return said is not None and said[1].decode() == _digest(entries) and archive.testzip() is None
        except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, RuntimeError, ValueError):
            return False
    said = _SEALED_PAGE.search(data[-200:])
    if said is None:
        return False
    body = data[: len(data) - len(said[0])]
    return hashlib.sha256(body).hexdigest() == said[1].decode()


def _digest(entries: Iterable[zipfile.ZipInfo]) -> str:
    listed = sorted((entry.filename, entry.CRC, entry.file_size) for entry in entries)
    return hashlib.sha256(repr(listed).encode()).hexdigest()


_DAY = r"(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d)"
_COUNT = r"[\d.,]+"
_FORMS = (
    # score
    rf"Tính đến ngày {_DAY}; {_COUNT} đơn vị, {_COUNT} khối thi đua\.",
    rf"As of {_DAY}; {_COUNT} units?, {_COUNT} groups?\.",
    # batch
    rf"Tính đến ngày {_DAY}\. Đã chấm {_COUNT}/{_COUNT} phần \({_COUNT} địa phương, {_COUNT} đơn vị nộp riêng\)\.",
    rf"As of {_DAY}\. Scored {_COUNT} of {_COUNT} parts? \({_COUNT} localit(?:y|ies), {_COUNT} single units?\)\.",
    # check
    rf"Đã đọc {_COUNT} tệp, nhận ra {_COUNT} bảng\.",
    rf"Read {_COUNT} files?, {_COUNT} tables?\.",
    # diff, what-if, verify
    r"Số liệu (?:như|khác) nhau, (?:kế hoạch|bộ tiêu chí) (?:như|khác) nhau\.",
    r"Data (?:the same|different), plan (?:the same|different)\.",
    r"Mọi số liệu tính lại từ đầu vào đều đúng như khi chấm\.",
    r"Every figure, derived again from the inputs, holds\.",
    # explain
    r"\): (?:Đồng hạng|Hạng) \d+, điểm [\d.,]+ \S{1,40} – ",
    r"\): (?:Joint rank|Rank) \d+, score [\d.,]+ \S{1,40} – ",
    # init
    r"Đã tạo thư mục cho năm \d{4}: ",
    r"A folder for \d{4}: ",
    rf"Danh mục có {_COUNT} đơn vị \(so-lieu/",
    rf"{_COUNT} units? in the register \(so-lieu/",
    r"(?:Danh mục đơn vị chưa được điền|Nobody has filled in the register of units yet): so-lieu/",
    # plan show, plan check
    rf"Năm \d{{4}}; kỳ thi đua từ ngày {_DAY} đến hết ngày {_DAY}",
    rf"Year \d{{4}}; period from {_DAY} to {_DAY}",
    rf": hợp lệ\. .{{1,200}}: {_COUNT} tiêu chí, {_COUNT} chỉ tiêu đo\.",
    rf": valid\. .{{1,200}}: {_COUNT} criteri(?:on|a), {_COUNT} measures?\.",
)
SCREEN = re.compile("|".join(f"(?:{form})" for form in _FORMS))
"""The sentence with which each command's screen begins, after the title: no table has it among its first words."""
SCREEN_HEAD = 1_000
"""Characters in which that sentence stands, titles of several lines and a prompt before them included."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def is_screen(text: str) -> bool:
    """Whether a text is what a command printed, saved to a file: by the form of its first sentences."""
    head = _COLOUR.sub("", text[: 4 * SCREEN_HEAD])
    return SCREEN.search(" ".join(head.split())[:SCREEN_HEAD]) is not None
