from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_cli.text.vietnamese import clean, fold, key, person_sort_key, slug, sort_key

# Letters, marks, look-alikes and invisible characters where mistakes would hide, beside any text at all.
TRICKY = st.text(alphabet="aoueyqnhHOAUYQ òóàáạỳýỹÒÀÝđĐÐƉðơưêâ\u0300\u0301\u0323\u0302\u00a0\u200b\u00ad\ufeff\n\t-.1")
TEXTS = st.one_of(TRICKY, st.text())


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("hoà", "hòa"),
        ("Hoà", "Hòa"),
        ("HOÀ", "HÒA"),
        ("hoè", "hòe"),
        ("thuỷ", "thủy"),
        ("Uỷ ban", "Ủy ban"),
        ("UỶ BAN", "ỦY BAN"),
        ("Nguyễn Thị Bích Thuỷ", "Nguyễn Thị Bích Thủy"),
        ("loà xoà", "lòa xòa"),
        ("hoà.", "hòa."),
        ("hoà1", "hòa1"),
    ],
)
def test_clean_places_the_tone_mark_of_open_syllables(given_text: str, expected: str) -> None:
    """The tone mark of oa, oe and uy at the end of a syllable stands on the first vowel."""
    assert expected == clean(given_text)


@pytest.mark.parametrize(
    "word", ["hoàn", "huỳnh", "suýt", "quý", "QUÝ", "quỷ", "khuỷu", "khoét", "huých", "thuở", "Huệ", "hòa"]
)
def test_clean_leaves_closed_syllables_alone(word: str) -> None:
    """A syllable with only one right spelling is never rewritten."""
    assert word == clean(word)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Ðội", "Đội"),
        ("Ɖội", "Đội"),
        ("\u00f0ường", "đường"),
        ("Hồng\u00a0Ngự", "Hồng Ngự"),
        ("Hồng\u200b Ngự\ufeff", "Hồng Ngự"),
        ("Hồng Ng\u00adự", "Hồng Ngự"),
        ("  An \n\t Lộc ", "An Lộc"),
        ("Cơ quan\ngiải quyết", "Cơ quan giải quyết"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_clean_makes_one_spelling_of_look_alikes(given_text: str, expected: str) -> None:
    """Look-alike letters, odd spaces and invisible characters leave no trace."""
    assert expected == clean(given_text)


def test_clean_composes_letters() -> None:
    """Decomposed text becomes composed text."""
    assert "Hồng Ngự" == clean(unicodedata.normalize("NFD", "Hồng Ngự"))


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """A cleaned text is clean."""
    assert clean(text) == clean(clean(text))


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_key_does_not_depend_on_the_form_of_unicode(text: str) -> None:
    """Composed and decomposed text have one key."""
    assert key(unicodedata.normalize("NFC", text)) == key(unicodedata.normalize("NFD", text))


def test_key_keeps_diacritics() -> None:
    """Hòa and Hoa are two names; HOÀ and hòa are one."""
    assert key("HOÀ") == key("hòa")
    assert key("Hòa") != key("Hoa")


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Ngày hẹn trả (dự kiến)", "ngay hen tra du kien"),
        ("TN&MT", "tn mt"),
        ("ĐÃ TRẢ KẾT QUẢ", "da tra ket qua"),
        ("Số_hồ-sơ:", "so ho so"),
        ("Ðơn vị", "don vi"),
        ("---", ""),
    ],
)
def test_fold_keeps_letters_and_digits_only(given_text: str, expected: str) -> None:
    """Folding leaves lower-case words without diacritics, one space apart."""
    assert expected == fold(given_text)


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("Phường An Lạc", "phuong-an-lac"),
        ("Phòng Lao động – Thương binh và Xã hội", "phong-lao-dong-thuong-binh-va-xa-hoi"),
        ("../Xã: “Tân Hội”", "xa-tan-hoi"),
        ("…", ""),
    ],
)
def test_slug_is_fit_for_a_file_name(given_text: str, expected: str) -> None:
    """A slug holds only a to z, digits and hyphens."""
    assert expected == slug(given_text)


def test_lists_stand_in_vietnamese_order() -> None:
    """The alphabet is a ă â b c d đ e ê …, then come the tones, and numbers go by value."""
    expected = [
        "An",
        "Ăn",
        "Ân",
        "Bình",
        "Da",
        "Đa",
        "Em",
        "Êm",
        "Ga",
        "Gà",
        "Gả",
        "Gã",
        "Gá",
        "Gạ",
        "Khóm 2",
        "Khóm 10",
        "Xã",
    ]
    shuffled = expected[::-1]
    assert expected == sorted(shuffled, key=sort_key)


def test_a_syllable_is_compared_before_the_next() -> None:
    """Hoa Yên stands before Hòa An: the first syllable decides, its tone included."""
    assert ["Hoa Yên", "Hòa An"] == sorted(["Hòa An", "Hoa Yên"], key=sort_key)


@settings(deadline=None, derandomize=True)
@given(st.lists(TEXTS))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    """Order never fails and does not depend on the order given."""
    shuffled = texts[::-1]
    assert sorted(texts, key=sort_key) == sorted(shuffled, key=sort_key)


def test_persons_stand_by_given_name() -> None:
    """Persons are listed by given name, then by family name."""
    expected = ["Trần Văn An", "Lê Thị Ánh", "Nguyễn Đức Dũng", "Bùi Văn Đức", "Ngô Văn Đức"]
    shuffled = expected[::-1]
    assert expected == sorted(shuffled, key=person_sort_key)
