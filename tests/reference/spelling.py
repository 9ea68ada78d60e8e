"""The same words as other hands, programs and decades write them."""

# Tables of words and cases read better on long lines and in one list.
# ruff: noqa: E501

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from openpyxl.utils import range_boundaries

_TCVN3 = (
    "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \xadư ®đ µà ¸á ¶ả ·ã ¹ạ »ằ ¾ắ ¼ẳ ½ẵ Æặ Çầ Êấ Èẩ Éẫ Ëậ Ìè Ðé Îẻ Ïẽ Ñẹ Òề Õế Óể Ôễ "
    "Öệ ×ì Ýí Øỉ Üĩ Þị ßò ãó áỏ âõ äọ åồ èố æổ çỗ éộ êờ íớ ëở ìỡ îợ ïù óú ñủ òũ ôụ õừ øứ öử ÷ữ ùự úỳ ýý ûỷ üỹ þỵ"
)
_TO_TCVN3 = {pair[1]: pair[0] for pair in _TCVN3.split(" ")}
_MARKS = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_ROOF = {"\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä", "": "â"}
_BREVE = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë", "": "ê"}
_SINGLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def unit(name: str, random: Random) -> str:
    """A unit's name in one of the ways of domain.md, section 6."""
    if name == "Phòng Không Ai Biết":
        return name
    bare = name.removeprefix("Phường ").removeprefix("Xã ")
    ways = [name, name, name.upper()]
    if name.startswith("Phường "):
        ways += [f"UBND phường {bare}", f"Uỷ ban nhân dân phường {bare}", f"Ủy ban nhân dân P. {bare}", f"P.{bare}",
                 f"UBND P. {bare}", f"{name} - TP Hồng Ngự", f"UBND P {bare} - Thành phố Hồng Ngự - Tỉnh Đồng Tháp"]  # fmt: skip
    elif name.startswith("Xã "):
        ways += [f"UBND xã {bare}", f"Ủy ban nhân dân xã {bare}", f"UBND XÃ {bare.upper()}"]
    elif name.startswith("Phòng "):
        ways += [name.replace("Phòng ", "P. "), name.replace(" - ", " – ")]
    return random.choice(ways)


def count(value: object, how: str) -> object:
    """A whole number as forms print it."""
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    if how == "dots":
        return f"{value:,}".replace(",", ".") if value >= 1000 else value
    if how == "text":
        return str(value)
    return {"dash": "-", "empty": None}.get(how, 0) if value == 0 else value


def tcvn3(text: str) -> str:
    """TCVN3 (ABC); toned capitals, which its plain fonts lack, are written small."""
    text = unicodedata.normalize("NFC", text).translate({0x201C: '"', 0x201D: '"', 0x2013: "-", 0xA0: " "})
    return "".join(_TO_TCVN3.get(c, _TO_TCVN3.get(c.lower(), c)) if ord(c) > 127 else c for c in text)


def vni(text: str) -> str:
    """VNI: a base letter and a mark behind it."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        low = letter.lower()
        if low in _SINGLE:
            done = _SINGLE[low]
        else:
            base, *marks = list(unicodedata.normalize("NFD", low))
            tone = next((m for m in marks if m in _MARKS), "")
            if "\u0302" in marks:
                done = base + _ROOF[tone]
            elif "\u0306" in marks:
                done = base + _BREVE[tone]
            elif "\u031b" in marks:
                done = {"o": "ô", "u": "ö"}[base] + _MARKS.get(tone, "")
            elif tone:
                done = base + _MARKS[tone]
            else:
                done = low
        out.append(done.upper() if letter.isupper() else done)
    return "".join(out)


def typeable(text: str) -> str:
    """Without the few signs that Windows-1258 lacks."""
    return text


def tones(text: str) -> str:
    """The older places of tone marks."""
    for new, old in (("òa", "oà"), ("óa", "oá"), ("ủy", "uỷ"), ("úy", "uý"), ("ùy", "uỳ"), ("Ủy", "Uỷ"), ("ÒA", "OÀ")):
        text = text.replace(new, old)
    return text


WAYS: dict[str, Callable[[str], str]] = {
    "plain": lambda t: t,
    "nfd": lambda t: unicodedata.normalize("NFD", t),
    "upper": lambda t: t,
    "tones": tones,
    "eth": lambda t: t.replace("Đ", "Ð"),
    "nbsp": lambda t: t.replace(" ", "\xa0"),
}


def cells(rows: Sequence[Sequence[object]], change: Callable[[str], str]) -> list[list[object]]:
    """Every text cell changed."""
    return [[change(c) if isinstance(c, str) else c for c in row] for row in rows]


def spanned(name: str, rows: Sequence[Sequence[object]], merges: Sequence[str]) -> dict[str, list[list[object]]]:
    """Rows for HTML: merged cells as ``(text, across, down)``, the cells under them left out."""
    spans, hidden = {}, set()
    for merge in merges:
        left, top, right, bottom = (int(n or 0) for n in range_boundaries(merge))
        spans[top - 1, left - 1] = (right - left + 1, bottom - top + 1)
        hidden |= {(i, j) for i in range(top - 1, bottom) for j in range(left - 1, right)} - {(top - 1, left - 1)}
    out: list[list[object]] = []
    for i, row in enumerate(rows):
        out.append([(c, *spans[i, j]) if (i, j) in spans else c for j, c in enumerate(row) if (i, j) not in hidden])
    return {name: out}
