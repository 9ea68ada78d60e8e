"""The shared strings of a workbook: where each begins and ends among the bytes, without decoding any.

Exactly ``<si><t>…</t></si>`` is understood; the few items of rich text that people make are turned into that form, and
the rest is left to the library.
"""

from __future__ import annotations

import re
from html import escape
from xml.etree import ElementTree as ET

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.long_values import TextStore
from thidua_cli.intake.wordwise import PAD, WORD, NotPlain, Positions, Text, require, starts_with, whole_numbers, word

_HEAD = re.compile(
    rb"""\s*(?:<\?xml version="1\.0"(?: encoding="(?:UTF-8|utf-8)")?(?: standalone="(?:yes|no)")? ?\?>\s*)?"""
    rb"""<sst xmlns="http://schemas\.openxmlformats\.org/spreadsheetml/2006/main\""""
    rb"""(?: (?:count|uniqueCount)="\d{1,9}")*>"""
)
_PLAIN, _SPACED = b"<t>", b'<t xml:space="preserve">'
_MOST_HEAD, _MOST_ITEM = 4096, 1024 * 1024
_ODD_TEXT = (b"\r", b"_x", b"\x00")
"""Line ends that XML folds, characters that Excel escapes in its own way: left to the library."""
_ODD = (*_ODD_TEXT, b"<!")
"""The same, comments and CDATA."""
_HEXADECIMAL = re.compile(
    rb"&#x(?:[3-9A-Fa-f][0-9A-Fa-f]|(?:[1-9A-Ca-cE-Fe-f][0-9A-Fa-f]|[1-9A-Fa-f])[0-9A-Fa-f]{2}|1[0-9A-Fa-f]{4});"
)
_NAMED = (b"&amp;", b"&lt;", b"&gt;", b"&quot;", b"&apos;")


class StringsReader:
    """Reads the part piece by piece; raises :class:`NotPlain` for what it does not understand.

    ``longest`` is the greatest number of bytes of one item so far.
    """

    def __init__(self) -> None:
        self.longest = 0
        self._texts = bytearray()  # grows in place: pieces and their sum would be there twice
        self._starts: list[npt.NDArray[np.int32]] = []
        self._lengths: list[npt.NDArray[np.int32]] = []
        self._size = 0
        self._carry = b""
        self._headed = False

    def feed(self, piece: bytes) -> None:
        """Take the next bytes of the part."""
        self._carry += piece
        if not self._headed:
            head = _HEAD.match(self._carry)
            if head is None:
                require(len(self._carry) < _MOST_HEAD, "the head of the shared strings")
                return
            self._headed, self._carry = True, self._carry[head.end() :]
        cut = self._carry.rfind(b"</si>") + 5
        require(cut >= 5 or len(self._carry) < _MOST_ITEM, "a long text")
        if cut >= 5:
            try:
                self._take(self._carry[:cut])
            except NotPlain:
                self._take(_ODD_ITEM.sub(_without_format, self._carry[:cut]))
            self._carry = self._carry[cut:]

    def rest(self) -> bytes:
        """What was fed and not yet taken."""
        return self._carry

    def close(self) -> TextStore:
        """The strings, once all bytes were fed."""
        require(self._headed and self._carry.rstrip() == b"</sst>", "the end of the shared strings")
        none = np.empty(0, np.int32)
        self._texts += PAD
        starts, self._starts = np.concatenate([none, *self._starts]), []
        return TextStore(self._texts, starts, np.concatenate([none, *self._lengths]), escaped=True)

    def _take(self, data: bytes) -> None:
        text = Text(data)
        tags = np.flatnonzero(text.bytes[: len(data)] == ord("<"))
        require(len(tags) % 4 == 0, "a shared string")
        item, opening, closing, end = tags.reshape(-1, 4).T
        spaced = text.bytes[opening + 2] == ord(" ")
        starts = opening + np.where(spaced, len(_SPACED), len(_PLAIN))
        lengths = closing - starts
        require(starts_with(text.words(item), b"<si>") & (opening == item + 4), "a shared string")
        require(np.where(spaced, _says_spaced(text, opening), starts_with(text.words(opening), _PLAIN)), "a tag")
        require((lengths >= 0) & starts_with(text.words(closing), b"</t>") & (end == closing + 4), "a shared string")
        require(starts_with(text.words(end), b"</si>"), "a shared string")
        require(np.append(item[1:], len(data)) == end + 5, "what stands between shared strings")
        _check_text(data)
        blank = (text.bytes[starts] <= 0x20) | (text.bytes[closing - 1] <= 0x20)
        require(~blank | spaced | (lengths == 0), "white space that is not kept")
        self._texts += data
        self._starts.append((starts + self._size).astype(np.int32))
        self._lengths.append(lengths.astype(np.int32))
        self._size += len(data)
        self.longest = max(self.longest, int((end - item).max(initial=0)))


def _says_spaced(text: Text, at: Positions) -> npt.NDArray[np.bool_]:
    said = [text.words(at + i) == word(_SPACED[i : i + WORD]) for i in range(0, len(_SPACED), WORD)]
    whole: npt.NDArray[np.bool_] = said[0] & said[1] & said[2]
    return whole


def _without_format(found: re.Match[bytes]) -> bytes:
    """An item of rich text as the plain one with the same text: what its runs say, without phonetic readings."""
    try:
        item = ET.fromstring(found[0])  # noqa: S314  # a single item: no DOCTYPE, and no entity but XML's own
    except (ET.ParseError, ValueError, LookupError) as error:
        raise NotPlain("a shared string") from error
    runs = [child for child in item if child.tag in ("r", "t")]
    require({child.tag for child in item} <= {"r", "t", "rPh", "phoneticPr"} and not item.text, "a shared string")
    texts = [text for run in runs for text in ([run] if run.tag == "t" else run.findall("t"))]
    for text in texts:
        kept = text.get(_SPACE) == "preserve" or (text.text or "").strip() == (text.text or "")
        require(kept and not len(text), "white space that is not kept")
    said = escape("".join(text.text or "" for text in texts), quote=False)
    return b"<si>" + _SPACED + said.encode() + b"</t></si>"


_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ODD_ITEM = re.compile(rb"<si>(?!<t(?: xml:space=\"preserve\")?>[^<]*</t></si>).*?</si>", re.DOTALL)


def require_plain_text(text: Text, begin: int, stop: int, tags: int) -> None:
    """That a piece of a sheet has so many tags, and text in it is as plain as that of shared strings has to be."""
    require(np.count_nonzero(text.bytes[begin:stop] == ord("<")) == tags, "what stands in a cell")
    _check_text(text.data[begin:stop], _ODD_TEXT)


def _check_text(data: bytes, odd: tuple[bytes, ...] = _ODD) -> None:
    """That every entity is one of XML's own and the text is UTF-8 without the characters that need care."""
    require(not any(mark in data for mark in odd), "a shared string")
    if b"&" in data:
        _check_entities(Text(data))
    try:
        data.isascii() or data.decode()
    except UnicodeDecodeError as error:
        raise NotPlain("the encoding") from error


def _check_entities(text: Text) -> None:
    at = np.flatnonzero(text.bytes == ord("&"))
    words = text.words(at)
    named = np.logical_or.reduce([starts_with(words, entity) for entity in _NAMED])
    at, words = at[~named], words[~named]
    by_sixteen = starts_with(words, b"&#x")
    if by_sixteen.any():
        require(np.count_nonzero(by_sixteen) == len(_HEXADECIMAL.findall(text.data)), "an entity")
        at, words = at[~by_sixteen], words[~by_sixteen]
    digits = np.zeros(len(at), np.intp)
    for count in range(5, 0, -1):
        digits[(words >> np.uint64(8 * (2 + count))) & np.uint64(0xFF) == ord(";")] = count
    number, whole = whole_numbers(text, at + 2, at + 2 + digits)
    letter = whole & (number > 0x20) & ((number < 0xD800) | (number > 0xDFFF))  # the library strips white space
    require(starts_with(words, b"&#") & letter, "an entity")
