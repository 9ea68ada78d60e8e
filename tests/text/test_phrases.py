"""Phrases as people write them: what each sign means, and that the files of words use no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import thidua_cli.intake
from thidua_cli.text.phrases import Book, Parts, Phrases
from thidua_cli.text.vietnamese import clean

HOME = Path(thidua_cli.intake.__file__).parent
PARTS = Parts({"who": "công dân|{office}", "office": "phòng [tư pháp]"})
FILES = sorted(set(HOME.rglob("*.toml")) - {HOME / "reading.toml"})


@pytest.mark.parametrize(
    ("phrase", "said", "other"),
    [
        ("ngày [giờ] trả", ("ngày trả", "ngày giờ trả"), ("ngày giờ", "ngày giờ giờ trả", "ngày trảx")),
        ("[nộp|gửi]* qua mạng", ("qua mạng", "nộp gửi nộp qua mạng"), ("nộp qua", "xin qua mạng")),
        ("(đúng|sớm)+ hạn", ("sớm hạn", "sớm đúng hạn"), ("hạn", "trễ hạn")),
        ("của {who}", ("của công dân", "của phòng", "của phòng tư pháp"), ("của", "của who", "của tư pháp")),
        ("* hạn *", ("hạn", "quá hạn", "hạn trả kết quả"), ("hạng", "quá hạng", "han1")),
        ("mã ? số", ("mã hồ số", "mã 1 số"), ("mã số", "mã hồ sơ số")),
        ("năm #", ("năm 2021", "năm 01"), ("năm", "năm 0", "năm x")),
        ("mức @", ("mức 3",), ("mức", "mức 34")),
        ("sđt~", ("sđt", "sđt1", "sđtdđ"), ("số sđt",)),
        ("!(* không) * qua mạng", ("nộp qua mạng",), ("không qua mạng", "nộp không qua mạng")),
        ("&(* điểm) (tổng|điểm)+", ("điểm", "tổng điểm", "điểm tổng"), ("tổng",)),
        ("đã … nhận", ("đã nhận", "đã được nhận"), ("đã chưa nhận", "đã được chưa nhận")),
        ("n a|100%", ("n a", "100%"), ("na", "100")),
    ],
)
def test_signs_of_a_phrase(phrase: str, said: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Each sign takes what it says and nothing else; a phrase fits whole or not at all."""
    phrases = Phrases(phrase, PARTS, gap=r"(?:(?!chưa )\S+ )*")
    assert [] == [words for words in said if not phrases.whole(words)]
    assert [] == [words for words in other if phrases.whole(words)]


def test_a_phrase_is_found_among_words_as_whole_words() -> None:
    """Within longer text a phrase stands between words, never within one."""
    phrases = Phrases("quá hạn|trễ", PARTS)
    assert [True, True, False, False] == [
        phrases.within(words) for words in ("số hồ sơ quá hạn", "bị trễ rồi", "quá hạng", "xtrễ")
    ]


def test_the_first_name_of_a_table_wins(tmp_path: Path) -> None:
    """A table of a file is tried in its order, and a name that nothing fits is none."""
    (tmp_path / "words.toml").write_text('[table]\nearly = "sớm [hạn]"\nany = "* hạn"\n', encoding="utf-8")
    book = Book(str(tmp_path / "words.py"), "words.toml")
    assert ["early", "any", None] == [book.first("table", words) for words in ("sớm hạn", "trễ hạn", "trễ")]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_of_words_use_known_signs_and_parts(path: Path) -> None:
    """Every phrase closes what it opens, names parts of its file, is spelt the one way, and makes an expression."""
    book = Book(str(path), path.name)
    for phrase in _strings(book.data):
        assert [phrase.count(sign) for sign in "[({"] == [phrase.count(sign) for sign in "])}"], phrase
        assert clean(phrase) == phrase
        Phrases(phrase, book.parts).whole("chữ")
