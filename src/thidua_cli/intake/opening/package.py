"""Workbooks in a zip container, looked through before any reader opens them.

Every part is inflated in small pieces and counted, whatever the container's directory claims about sizes; worksheets
are scanned on the way (:mod:`~thidua_cli.intake.opening.scan`). What a reader would need is then known, not guessed.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from thidua_cli.intake.opening import refusals
from thidua_cli.intake.opening.fast.reader import SheetReader, StringsPart
from thidua_cli.intake.opening.limits import MIB, Deadline, Limits
from thidua_cli.intake.opening.scan import MAX_TAG_GAP, SheetScan
from thidua_cli.intake.opening.sniffing import Format, zip_format
from thidua_cli.progress import come_to
from thidua_cli.text.language import t

try:  # twice as fast as zlib, on every machine that it is made for
    from isal import isal_zlib as deflate
except ImportError:
    import zlib as deflate  # type: ignore[no-redef]

if TYPE_CHECKING:
    from thidua_cli.intake.long_values import TextStore
    from thidua_cli.intake.opening.fast.cells import Cells
    from thidua_cli.intake.opening.workbook_index import WorkbookIndex

_BAD_STREAM: type[Exception] = deflate.error  # type: ignore[assignment]
_PIECE = 256 * 1024
_INPUT = 32 * 1024  # what zlib did not use yet is copied at every step, so it gets little at a time
_MEMBERS = 10_000
CONTENT = "content.xml"
"""The part of an OpenDocument container that has all its sheets."""
_KEPT = frozenset(("[content_types].xml", "mimetype"))
_XML_KEPT_BYTES = 16 * MIB
_DOCUMENT_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_CELL_BYTES, _BOX_BYTES = 48, 32  # what the Rust reader holds per cell that is there, and per cell of the box


@dataclass(slots=True)
class Package:
    """What was found in a container; ``scans`` by part name, ``texts`` the small parts that are needed whole.

    ``cells`` (by part name) and ``strings`` were read on the way, where the scanner understood all of them.

    ``longest_string`` is the greatest number of bytes of one shared string, ``inflated`` the bytes of all parts,
    of which the directory claims ``claimed`` (only progress believes it).
    """

    kind: Format
    scans: dict[str, SheetScan] = field(default_factory=dict)
    texts: dict[str, bytes] = field(default_factory=dict)
    longest_string: int = 0
    strings_bytes: int = 0
    inflated: int = 0
    claimed: int = 1
    ambiguous: bool = False
    cells: dict[str, Cells] = field(default_factory=dict)
    strings: TextStore | None = None

    def is_odd(self, index: WorkbookIndex) -> bool:
        """Whether some sheet's used box stayed unknown: cells in an unknown form, or a part that was not scanned."""
        known = [self.scans.get(part) for part in index.parts.values()]
        return self.ambiguous or not known or index.strings_elsewhere or any(scan is None or scan.odd for scan in known)

    def tell(self, rows: int = 0) -> None:
        """Tell how far the look has come; ``rows`` are those of the sheet at hand."""
        come_to(self.inflated / self.claimed, rows + sum(scan.rows for scan in self.scans.values()))

    @property
    def memory(self) -> int:
        """A bound in bytes for what the Rust reader needs for the largest sheet of a package that is not odd.

        It makes its own copy of the text of every cell, so that one long shared string can be had a million times.
        """
        sheet = max(
            (s.rows * s.columns * _BOX_BYTES + s.cells * self._per_cell for s in self.scans.values()), default=0
        )
        return sheet + 2 * self.strings_bytes

    @property
    def _per_cell(self) -> int:
        return _CELL_BYTES + self.longest_string


def inspect(name: str, data: bytes, limits: Limits, deadline: Deadline) -> Package:
    """Inflate and count every part; raises :class:`UnreadableFileError` for what is no workbook or too large."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as container:
            # a member may have no name at all, of which is_dir() of some Pythons makes an IndexError
            members = [m for m in container.infolist() if not m.filename.endswith("/")]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error, EOFError) as error:
        raise refusals.damaged(name) from error
    if len(members) > _MEMBERS:
        raise refusals.too_large(name, t("the container has {count} parts", count=len(members)))
    if any(m.flag_bits & 0x1 for m in members):
        raise refusals.encrypted(name)
    head = {m.filename.lower(): m for m in members if m.filename.lower() in _KEPT}
    texts = {key: _whole(name, data, m, limits) for key, m in head.items()}
    kind = zip_format(
        name,
        frozenset(m.filename for m in members),
        texts.get("[content_types].xml", b"").decode("utf-8", "replace"),
        texts.get("mimetype", b"").decode("ascii", "replace").strip(),
    )
    # with two ends of directory, another zip reader may see other members than those that are looked at here
    package = Package(kind, texts=texts, ambiguous=data.count(b"PK\x05\x06") != 1)
    package.claimed = max(sum(m.file_size for m in members), 1)
    large = any(m.file_size >= limits.scanner_from and _may_be_sheet(m.filename.lower()) for m in members)
    plain = large and not package.ambiguous and len({m.filename for m in members}) == len(members)
    for member in members:
        if kind is Format.ODS and member.filename == CONTENT:
            continue  # is counted while it is read
        _look(name, data, member, package, limits, deadline, wanted=plain)
    return package


def _look(
    name: str,
    data: bytes,
    member: zipfile.ZipInfo,
    package: Package,
    limits: Limits,
    deadline: Deadline,
    *,
    wanted: bool,
) -> None:
    part = member.filename
    lower = part.lower()
    is_xml = package.kind is Format.XLSX or lower.endswith((".xml", ".rels"))
    strings = lower.endswith("sharedstrings.xml")
    sheet = SheetReader(wanted=wanted) if package.kind is Format.XLSX and _may_be_sheet(lower) else None
    keep = bytearray() if is_xml and sheet is None and not strings else None
    longest = _LongestItem()
    items = StringsPart(longest, wanted=wanted)
    size = 0
    for piece in inflate(name, data, member):
        size += len(piece)
        deadline.check(name)
        package.inflated += len(piece)
        _check_sizes(name, part, size, package.inflated, limits, small=sheet is None)
        if sheet is not None:
            sheet.feed(piece)
            _check_scan(name, part, sheet.scan, limits)
            package.tell(sheet.scan.rows)
        elif strings:
            items.feed(piece)
            package.tell()
        elif keep is not None and size <= _XML_KEPT_BYTES:
            keep += piece
    if sheet is not None:
        sheet.close()
        _check_scan(name, part, sheet.scan, limits)
        package.scans[part] = sheet.scan
        if sheet.cells is not None:
            package.cells[part] = sheet.cells
    if strings:
        package.strings_bytes += size
        package.longest_string = max(package.longest_string, items.close())
        package.strings = items.store
    if longest.document_type or (keep is not None and _DOCUMENT_TYPE.search(keep)):
        raise refusals.active_content(name)
    if keep is not None and size <= _XML_KEPT_BYTES and _is_index(lower):
        package.texts[part] = bytes(keep)


def _may_be_sheet(lower: str) -> bool:
    return (
        lower.endswith(".xml")
        and not lower.endswith(
            ("sharedstrings.xml", "styles.xml", "workbook.xml", "[content_types].xml", "calcchain.xml")
        )
        and not lower.startswith(("docprops/", "xl/theme/", "xl/drawings/", "xl/charts/"))
    )


def _is_index(lower: str) -> bool:
    return lower.endswith(("workbook.xml", ".rels", "styles.xml", "meta-inf/manifest.xml"))


def _check_sizes(name: str, part: str, size: int, total: int, limits: Limits, *, small: bool) -> None:
    most = min(limits.part_bytes, limits.strings_bytes) if small else limits.part_bytes
    if size > most or total > limits.inflated_bytes:
        mib = max(size, total) // MIB
        raise refusals.too_large(
            name,
            t(
                "the part “{part}” inflates to more than {mib} MiB, beyond the reading limit",
                part=_short(part),
                mib=mib,
            ),
        )


def _check_scan(name: str, part: str, scan: SheetScan, limits: Limits) -> None:
    if scan.document_type:
        raise refusals.active_content(name)
    if scan.longest_gap > MAX_TAG_GAP:
        raise refusals.too_large(
            name,
            t("the part “{part}” has a text longer than {number} MiB", part=_short(part), number=MAX_TAG_GAP // MIB),
        )
    limits.check_box(name, scan.rows, scan.columns)


def _short(part: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in posixpath.basename(part))[:60]


def inflate(name: str, data: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The member's bytes in pieces, inflated by what is there and not by what the directory claims.

    (The reader that comes next does so too: trusting the claimed size here would let it run into the bomb.)
    """
    header = data[member.header_offset : member.header_offset + 30]
    if len(header) < 30 or header[:4] != b"PK\x03\x04":
        raise refusals.damaged(name)
    start = member.header_offset + 30 + sum(struct.unpack("<HH", header[26:30]))
    view = memoryview(data)[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        for offset in range(0, len(view), _PIECE):
            yield bytes(view[offset : offset + _PIECE])
        return
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise refusals.damaged(name, t("it is compressed in a way not supported"))
    machine = deflate.decompressobj(-15)
    try:
        for offset in range(0, len(view), _INPUT):
            piece = machine.decompress(view[offset : offset + _INPUT], _PIECE)
            while piece:
                yield piece
                piece = machine.decompress(machine.unconsumed_tail, _PIECE)
            if machine.eof:
                return
    except _BAD_STREAM as error:
        raise refusals.damaged(name) from error
    if not machine.eof:
        raise refusals.damaged(name)


def inflate_part(name: str, data: bytes, part: str, limits: Limits | None = None) -> bytes | None:
    """One part whole, after :func:`inspect` has counted it; None where there is none of that name.

    With ``limits`` it is refused where it is longer than other parts than sheets may be.
    """
    member = _member(data, part)
    if member is None:
        return None
    pieces, size = [], 0
    for piece in inflate(name, data, member):
        pieces.append(piece)
        size += len(piece)
        if limits is not None:
            _check_sizes(name, part, size, size, limits, small=True)
    return b"".join(pieces)


def part_in_pieces(name: str, data: bytes, part: str) -> Iterator[bytes]:
    """The same in pieces, which are small; none where there is no part of that name."""
    member = _member(data, part)
    if member:
        yield from inflate(name, data, member)


def content_in_pieces(name: str, data: bytes, package: Package, limits: Limits, deadline: Deadline) -> Iterator[bytes]:
    """The content of an OpenDocument, which :func:`inspect` did not count: it is counted on the way."""
    size = 0
    for piece in part_in_pieces(name, data, CONTENT):
        size += len(piece)
        deadline.check(name)
        _check_sizes(name, CONTENT, size, package.inflated + size, limits, small=False)
        yield piece


def _member(data: bytes, part: str) -> zipfile.ZipInfo | None:
    with zipfile.ZipFile(BytesIO(data)) as container:
        return next((m for m in container.infolist() if m.filename == part), None)


def _whole(name: str, data: bytes, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    parts, size = [], 0
    for piece in inflate(name, data, member):
        size += len(piece)
        if size > _XML_KEPT_BYTES:
            _check_sizes(name, member.filename, limits.part_bytes + 1, 0, limits, small=False)
        parts.append(piece)
    return b"".join(parts)


class _LongestItem:
    """The greatest number of bytes of one ``<si>`` item of the shared strings."""

    def __init__(self) -> None:
        self._open = 0
        self._longest = 0
        self._tail = b""
        self.document_type = False

    def feed(self, piece: bytes) -> None:
        """Take the next bytes; a tag cut in two by the border is seen with the next piece."""
        text = self._tail + piece
        self._tail = text[-16:]
        if b"<!D" in text or b"<!E" in text:
            self.document_type = True
        ends = text.split(b"</si>") if b"</si>" in text else [text]
        if len(ends) == 1:
            self._open += len(piece)
            self._longest = max(self._longest, self._open)
            return
        self._longest = max(self._longest, self._open + len(ends[0]), *map(len, ends[1:]))
        self._open = len(ends[-1])

    def close(self) -> int:
        """The result, once all bytes were fed."""
        return max(self._longest, self._open)
