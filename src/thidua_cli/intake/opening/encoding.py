"""Bytes to text: byte order marks, UTF-16 without one, UTF-8, and Windows-1258 as old Vietnamese programs wrote it."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]*?encoding\s*=\s*["']|<meta[^>]{0,200}?charset\s*=\s*["']?\s*)([A-Za-z0-9_:.\-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_FALLBACK = "cp1258"


def decode(data: bytes, *, declared: str = "", partial: bool = False) -> str | None:
    """The text of a file, or None where it is no text in any encoding we know.

    ``declared`` is a charset said elsewhere (a MIME header). ``partial`` allows a character cut off at the end.
    Windows-1258 writes tone marks as combining characters: the text comes back in NFC.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plain(data[len(mark) :].decode(encoding, "replace"))
    guess = _utf16_without_mark(data[:4096])
    if guess:
        return _plain(data.decode(guess, "replace"))
    try:
        return _plain(_strict(data, "utf-8", partial=partial))
    except UnicodeDecodeError:
        pass
    for encoding in (declared, _declared_in(data), _FALLBACK):
        text = _attempt(data, encoding)
        if text is not None:
            return _plain(unicodedata.normalize("NFC", text))
    return None


def _strict(data: bytes, encoding: str, *, partial: bool) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if partial and error.start >= len(data) - 4:
            return data[: error.start].decode(encoding)
        raise


def _attempt(data: bytes, encoding: str) -> str | None:
    """The text in a single-byte encoding; bytes that it leaves undefined become U+FFFD where they are few."""
    if not encoding or encoding.lower().replace("_", "-") in {"utf-8", "utf8", "utf-16", "unicode"}:
        encoding = _FALLBACK
    try:
        return data.decode(encoding)
    except LookupError:
        return None
    except UnicodeError:
        text = data.decode(encoding, "replace")
        return text if text.count("\ufffd") * 100 < len(text) else None


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


def _plain(text: str) -> str | None:
    """The text, unless control characters show that it is none (a stray NUL or two are dropped)."""
    sample = text[:65536]
    if len(_CONTROL.findall(sample)) * 200 > len(sample):
        return None
    return text.replace("\x00", "")
