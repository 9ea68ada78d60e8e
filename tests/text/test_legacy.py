from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.text.legacy import TCVN3, VNI, Legacy, decode, decode_tcvn3, decode_vni, detect_legacy
from thidua_cli.text.syllables import is_syllable

SMALL_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
UNITS = [
    "Phường An Lộc",
    "Phường An Thạnh",
    "Xã Bình Thạnh",
    "Phòng Tài chính - Kế hoạch",
    "Ủy ban nhân dân thành phố Hồng Ngự",
    "Đã trả kết quả",
    "Nguyễn Thị Bích Thủy",
]
TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
TO_VNI = {letter: code for code, letter in VNI.items()}


def in_tcvn3(text: str) -> str:
    """The text as a clerk typed it for .VnTime; a capital with a tone, which TCVN3 lacks, in its small form."""
    return "".join(TO_TCVN3.get(letter, TO_TCVN3.get(letter.lower(), letter)) for letter in text)


def in_vni(text: str) -> str:
    """The text as a clerk typed it for VNI-Times."""
    small = {letter: TO_VNI.get(letter.lower(), letter.lower()) for letter in text}
    return "".join(small[letter].upper() if letter.isupper() else small[letter] for letter in text)


def test_the_maps_are_complete() -> None:
    """Every Vietnamese letter with a mark can be decoded from either encoding, and from one code only."""
    assert set(SMALL_LETTERS) | set("ĂÂÊÔƠƯĐ") == set(TCVN3.values())
    assert set(SMALL_LETTERS) == set(VNI.values())
    assert len(TCVN3) == len(set(TCVN3.values()))
    assert len(VNI) == len(set(VNI.values()))


@pytest.mark.parametrize(
    ("stored", "expected"),
    [("Hång Ngù", "Hồng Ngự"), ("Ph\u00adêng An Léc", "Phường An Lộc"), ("Ðp", "ép"), ("®éi", "đội")],
)
def test_tcvn3_decodes(stored: str, expected: str) -> None:
    """TCVN3 becomes Unicode, the soft hyphen's ư and the eth's é included."""
    assert expected == decode_tcvn3(stored)


def test_capital_fonts_make_capitals() -> None:
    """A font named .Vn…H shows small codes as capitals."""
    assert "HỒNG NGỰ" == decode(in_tcvn3("hồng ngự"), "tcvn3", font=".VnTimeH")
    assert "AN" == decode("an", "tcvn3", font=".VnTimeH")


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("Hoàng Ngöï", "Hồng Ngự"),
        ("HOÀNG NGÖÏ", "HỒNG NGỰ"),
        ("Phöôøng An Loäc", "Phường An Lộc"),
        ("Ñoàng Thaùp", "Đồng Tháp"),
        ("UÛy ban nhaân daân", "Ủy ban nhân dân"),
    ],
)
def test_vni_decodes(stored: str, expected: str) -> None:
    """VNI becomes Unicode, whatever the case."""
    assert expected == decode_vni(stored)


@settings(deadline=None, derandomize=True)
@given(st.text(alphabet=SMALL_LETTERS + "bcdghklmnpqrstvx -.,0123456789", max_size=40))
def test_tcvn3_comes_back(text: str) -> None:
    """What is stored in TCVN3 decodes to what was typed."""
    assert text == decode_tcvn3(in_tcvn3(text))


@settings(deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(sorted({word for unit in UNITS for word in unit.split()})), max_size=8))
def test_vni_comes_back(words: list[str]) -> None:
    """What is stored in VNI decodes to what was typed."""
    assert " ".join(words) == decode_vni(in_vni(" ".join(words)))


@pytest.mark.parametrize("size", [1, 2, len(UNITS)])
def test_an_encoding_is_told_by_the_words_it_makes(size: int) -> None:
    """Without any font name, a few words say which encoding it is."""
    columns = [UNITS[start : start + size] for start in range(len(UNITS) - size + 1)]
    assert ["tcvn3"] * len(columns) == [detect_legacy([in_tcvn3(unit) for unit in column]) for column in columns]
    assert ["vni"] * len(columns) == [detect_legacy([in_vni(unit) for unit in column]) for column in columns]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("fonts", [(), (".VnTime",), ("VNI-Times",)])
def test_unicode_is_never_taken_for_an_old_encoding(form: Literal["NFC", "NFD"], fonts: tuple[str, ...]) -> None:
    """Vietnamese in Unicode stays as it is, even under an old font's name."""
    texts = [unicodedata.normalize(form, unit) for unit in UNITS]
    assert [None] * (len(texts) + 1) == [detect_legacy(texts, fonts)] + [detect_legacy([text], fonts) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        ["Hà", "Tân", "xã"],
        ["Müller", "Señor", "Köln"],
        ["«Hà»", "Hòa ®"],
        ["Điều § 5", "50 µm", "±5°"],
        ["Côte d'Ivoire", "François"],
        ["abc", 1, None],
        [],
    ],
)
def test_western_letters_alone_prove_nothing(texts: list[object]) -> None:
    """Latin letters and signs of other languages, or of Unicode Vietnamese, are no old encoding."""
    assert detect_legacy(texts) is None


def test_one_word_that_fits_both_readings_stays() -> None:
    """“Hoàng” alone may be Hoàng or Hồng: nothing is decided, whatever the font."""
    assert detect_legacy(["Hoàng"]) is None
    assert detect_legacy(["Hoàng"], ["VNI-Times"]) is None
    assert "vni" == detect_legacy(["Hoàng Ngöï"])


def test_a_font_settles_what_words_leave_open() -> None:
    """Where foreign words weaken the case, the font's name decides."""
    texts = [in_tcvn3("Hồng Ngự"), "Köln", "Zürich"]
    assert detect_legacy(texts) is None
    assert "tcvn3" == detect_legacy(texts, [".VnArial"])


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_unicode_cell_in_an_old_column_stays(encoding: Legacy) -> None:
    """A cell typed in Unicode is not decoded with the rest of its column."""
    assert "Phường An Lộc" == decode("Phường An Lộc", encoding)


@pytest.mark.parametrize(
    "word", ["Hồng", "NGỰ", "quốc", "giếng", "gì", "khuỷu", "nghiêng", "Uỷ", "yên", "oanh", "huỳnh", "được"]
)
def test_vietnamese_words_are_syllables(word: str) -> None:
    """Words of the language pass, in either placement of the tone."""
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["Ngöï", "Hång", "Köln", "cât", "bcd", "hồồng", ""])
def test_other_words_are_no_syllables(word: str) -> None:
    """Wrongly decoded and foreign words fail, and so does a stop without its tone."""
    assert not is_syllable(word)
