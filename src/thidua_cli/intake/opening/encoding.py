"""Bytes to text: byte order marks, UTF-16 without one, UTF-8, and the one-byte encodings of old Vietnamese programs."""

from __future__ import annotations

import codecs
import re
import unicodedata

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]*?encoding\s*=\s*["']|<meta[^>]{0,200}?charset\s*=\s*["']?\s*)([A-Za-z0-9_:.\-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MULTIBYTE = re.compile(r"utf|unicode|ucs|idna|punycode|escape|hex|base64|zip|bz2|rot|uu|quopri", re.IGNORECASE)
_SAMPLE = 65_536

_MARK_OF_1258 = "\u0300\u0301\u0303\u0309\u0323"
_TONED = re.compile(f"[aeiouyAEIOUYăĂâÂêÊôÔơƠưƯ][{_MARK_OF_1258}]")
_STRAY_TONE = re.compile(f"(?<![aeiouyAEIOUYăĂâÂêÊôÔơƠưƯ])[{_MARK_OF_1258}]")


def encoding_of(data: bytes, *, declared: str = "") -> str | None:
    """The encoding of a file's text, or None where control characters show that it is no text.

    ``declared`` is a charset said elsewhere (a MIME header). A byte order mark stays in the decoded text as U+FEFF.
    """
    encoding = _encoding(data, declared)
    sample = data[:_SAMPLE].decode(encoding, "replace")
    return None if len(_CONTROL.findall(sample)) * 200 > len(sample) else encoding


def decode(data: bytes, *, declared: str = "") -> str | None:
    """The text of a file in NFC (Windows-1258 writes tone marks apart), or None where it is no text."""
    encoding = encoding_of(data, declared=declared)
    return None if encoding is None else text_in(data, encoding)


def text_in(data: bytes | memoryview, encoding: str) -> str:
    """Bytes of a known encoding as text in NFC, without marks that are no text."""
    text = str(data, encoding, "replace").removeprefix("\ufeff").replace("\x00", "")
    return text if encoding.startswith("utf") else unicodedata.normalize("NFC", text)


def _encoding(data: bytes, declared: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    guess = _utf16_without_mark(data[:4096])
    if guess:
        return guess
    if _is_utf8(data):
        return "utf-8"
    for said in (declared, _declared_in(data)):
        if said and not _MULTIBYTE.search(said) and _is_known(said) and said.lower() not in _WESTERN:
            return said
    return _one_byte(data)


_WESTERN = frozenset(("windows-1252", "cp1252", "iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"))
"""Declared by default by programs that know no better: then the bytes themselves decide."""


def _is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    """Whether it decodes, a character cut off at the very end allowed; piece by piece, so that nothing is kept."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for offset in range(0, len(data), 1 << 20):
            decoder.decode(data[offset : offset + (1 << 20)])
    except UnicodeDecodeError:
        return False
    return True


def _one_byte(data: bytes) -> str:
    """Windows-1258 where its separate tone marks stand on vowels; else 1252, in which TCVN3 and VNI were typed."""
    high = b"".join(re.findall(rb"[\x00-\x7f]?[\x80-\xff]+[\x00-\x7f]?", data[: 1 << 20]))[:_SAMPLE]
    text = high.decode("cp1258", "replace")
    toned, stray = len(_TONED.findall(text)), len(_STRAY_TONE.findall(text))
    return "cp1258" if toned > 3 * stray else "cp1252"


def _declared_in(data: bytes) -> str:
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else ""


def _utf16_without_mark(head: bytes) -> str:
    """UTF-16 text has a zero in every other byte for all its ASCII characters."""
    if len(head) < 4 or b"\x00" not in head:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd * 10 > half * 3 and even * 20 < half:
        return "utf-16-le"
    if even * 10 > half * 3 and odd * 20 < half:
        return "utf-16-be"
    return ""
