"""The encodings from before Unicode: TCVN3 (ABC, fonts ``.VnTime``) and VNI (fonts ``VNI-Times``).

Both hide Vietnamese behind Western letters: "Hồng Ngự" is stored as "Hång Ngù" or "Hoàng Ngöï". Decoding comes before
any other step: Unicode normalising, or taking U+00AD for a soft hyphen, would destroy letters. One word can look like
good Unicode in a wrong encoding ("Hoàng"), so a column is judged as a whole.

The maps are those of TCVN 5712:1993 (VN3) and of VNI for Windows; no maintained package ships them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from thidua_cli.text.syllables import is_syllable

Legacy = Literal["tcvn3", "vni"]

_TCVN3_PAIRS = (
    "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ "
    "µà ¸á ¶ả ·ã ¹ạ »ằ ¾ắ ¼ẳ ½ẵ Æặ Çầ Êấ Èẩ Éẫ Ëậ Ìè Ðé Îẻ Ïẽ Ñẹ Òề Õế Óể Ôễ Öệ "
    "×ì Ýí Øỉ Üĩ Þị ßò ãó áỏ âõ äọ åồ èố æổ çỗ éộ êờ íớ ëở ìỡ îợ ïù óú ñủ òũ ôụ õừ øứ öử ÷ữ ùự úỳ ýý ûỷ üỹ þỵ"
)
TCVN3 = {pair[0]: pair[1] for pair in _TCVN3_PAIRS.split(" ")}
"""Every special character of TCVN3 and the letter it shows; capitals with a tone exist only through ``.Vn…H`` fonts."""

_TONE_MARKS = "ùøûõï"  # sắc, huyền, hỏi, ngã, nặng on a plain vowel
_CIRCUMFLEX_MARKS = "âáàåãä"  # alone, then the same five tones
_BREVE_MARKS = "êéèúüë"


def _vni_pairs() -> dict[str, str]:
    letters = {"a": "áàảãạ", "e": "éèẻẽẹ", "o": "óòỏõọ", "u": "úùủũụ", "y": "ýỳỷỹ", "ô": "ớờởỡợ", "ö": "ứừửữự"}
    pairs = {base + mark: toned for base, row in letters.items() for mark, toned in zip(_TONE_MARKS, row, strict=False)}
    for base, row in {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}.items():
        pairs |= {base + mark: toned for mark, toned in zip(_CIRCUMFLEX_MARKS, row, strict=True)}
    pairs |= {"a" + mark: toned for mark, toned in zip(_BREVE_MARKS, "ăắằẳẵặ", strict=True)}
    return pairs | {"ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}


VNI = _vni_pairs()
"""Every pair (base and mark) and single letter of VNI in small letters; a capital base makes a capital."""

_TCVN3_TABLE = str.maketrans(TCVN3)
_VNI_TOKEN = re.compile("[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ôöíìæóòîñ]", re.IGNORECASE)
_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u0323]")
_WESTERN_VIETNAMESE = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ")
_VNI_ONLY = frozenset("øûïåäüëöæîñØÛÏÅÄÜËÖÆÎÑ")
_SIGNS = (frozenset(TCVN3) | _VNI_ONLY) - _WESTERN_VIETNAMESE
_TOKEN = re.compile("[A-Za-z\u00a1-\u00ff]+")
_SAMPLE = 400


def decode_tcvn3(text: str, *, capitals: bool = False) -> str:
    """A TCVN3 text in Unicode; ``capitals`` for a font named ``.Vn…H``, which shows small letters as capitals."""
    decoded = text.translate(_TCVN3_TABLE)
    return decoded.upper() if capitals else decoded


def decode_vni(text: str) -> str:
    """A VNI text in Unicode."""
    return _VNI_TOKEN.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    pair = match[0]
    letter = VNI.get(pair.lower())
    if letter is None:
        # a base with a mark that it never carries: only its first half may be a letter of its own
        letter = VNI.get(pair[0].lower(), pair[0]) + pair[1:]
    return letter.upper() if pair[0].isupper() and len(letter) == 1 else letter


def has_unicode_vietnamese(text: str) -> bool:
    """Whether the text holds a letter that neither legacy encoding can hold: it is Unicode and must not be decoded."""
    return _UNICODE_ONLY.search(text) is not None


def decode(text: str, encoding: Legacy, *, font: str = "") -> str:
    """One cell of a column in a legacy encoding; a cell that is Unicode already comes back as it is."""
    if text.isascii() and not is_capital_font(font):
        return text
    if has_unicode_vietnamese(text):
        return text
    return decode_tcvn3(text, capitals=is_capital_font(font)) if encoding == "tcvn3" else decode_vni(text)


def is_capital_font(font: str) -> bool:
    """Whether the font is one of TCVN3's capital fonts (``.VnTimeH``, ``.VnArialH`` …)."""
    return font.lower().startswith(".vn") and font.rstrip().endswith("H")


def font_encoding(font: str) -> Legacy | None:
    """What the name of a font says: ``.Vn*`` is TCVN3, ``VNI*`` is VNI."""
    name = font.strip().lower()
    return "tcvn3" if name.startswith(".vn") else "vni" if name.startswith("vni") else None


def detect_legacy(values: Sequence[object], fonts: Sequence[str] = ()) -> Legacy | None:
    """The legacy encoding of a column, told from its distinct values and the names of its fonts; None for Unicode.

    The words beyond ASCII are read as they stand and by each encoding. An encoding is told where nearly all become
    Vietnamese syllables by it and clearly fewer are so as they stand; with a font of that encoding, any majority that
    gains is enough. Where both readings are equally good ("Hoàng" alone), the answer is None: other columns of the
    sheet may tell.
    """
    texts = [value for value in values if isinstance(value, str) and not value.isascii()]
    sample = texts[:: max(1, len(texts) // _SAMPLE)]
    if not _SIGNS.intersection("".join(sample)) or 2 * sum(map(has_unicode_vietnamese, sample)) > len(sample):
        return None
    plain = _share(sample, None)
    shares: dict[Legacy, float] = {"tcvn3": _share(sample, "tcvn3"), "vni": _share(sample, "vni")}
    best = max(shares, key=lambda encoding: shares[encoding])
    named = best in {font_encoding(font) for font in fonts}
    least, gain = (0.5, 0.0) if named else (0.8, 0.25)
    return best if shares[best] >= least and shares[best] > plain + gain - 1e-9 and shares[best] > plain else None


def _share(texts: Sequence[str], encoding: Legacy | None) -> float:
    """The share of words with letters beyond ASCII that are Vietnamese syllables when read by an encoding."""
    words = good = 0
    for text in texts:
        if has_unicode_vietnamese(text):
            tokens, reading = _UNICODE_WORD.findall(text), None
            fine = encoding is None
        else:
            tokens, reading = _TOKEN.findall(text), encoding
            fine = True
        odd = [token for token in tokens if not token.isascii()]
        words += len(odd)
        good += sum(fine and _is_word(token, reading) for token in odd)
    return good / words if words else 0.0


_UNICODE_WORD = re.compile(r"[^\W\d_]+")


def _is_word(token: str, encoding: Legacy | None) -> bool:
    if encoding is None:
        # signs that are no letters (« · ®) stand beside words in Unicode, and are letters in TCVN3 only
        return all(is_syllable(part) for part in _UNICODE_WORD.findall(token))
    return is_syllable(decode_tcvn3(token) if encoding == "tcvn3" else decode_vni(token))
