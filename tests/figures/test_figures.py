from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.figures import excel_facts, html_facts, word_facts
from tests.figures.facts import Facts, Key, of_result
from tests.support.results import make_result
from thidua_cli.api import score
from thidua_cli.reports.rendering import FILES, render

EXPORTS = Path(__file__).parent.parent / "exports"
SETS: dict[str, dict[str, Any]] = {
    "city": {},
    "one unit": {"units": 1, "persons": 1},
    "long names": {"units": 60, "persons": 400, "long_names": True},
    "nobody": {"nobody_eligible": True},
}
GIVEN = ("mot-tap", "nhieu-tap", "bieu-06")
STANDING = {"rank", "score", "criteria met", "criteria applicable"}
JUDGED = {"verdict", "value", "numerator", "denominator", "shortfall"}
PERSONS = {"person", "person eligible", "person verdict", "person numerator", "person denominator", "person value"}
TOTALS = {"number", "total"}
SHOWN: dict[str, set[str]] = {
    "xep-hang.html": {*STANDING, *JUDGED, *PERSONS, *TOTALS, "units", "units met", "persons", "money", "case"},
    "xep-hang.xlsx": {
        *STANDING,
        *JUDGED,
        *PERSONS,
        "criterion",
        "count",
        "threshold",
        "money",
        "achievement",
        "number",
    },
    "to-trinh.docx": {"units", "units met", "met of criterion", "criterion applies to", "number"},
    "danh-sach.docx": {"money", "achievement", "number"},
    "quyet-dinh.docx": {"number"},
    "bien-ban.docx": {"units", "units met", "number"},
    "bao-cao.docx": {*STANDING, *JUDGED, "units", "units met", "met of criterion", "number"},
    "nhan-rong.docx": set(),
}
"""Which figures every file must show completely; whatever else it shows must be right as well."""


@cache
def rendered(name: str) -> dict[str, bytes]:
    """All files of one set, as ``score`` leaves them."""
    result = score([EXPORTS / name / "input"]) if name in GIVEN else make_result(**SETS[name])
    return render(result, list(FILES))


def facts_of(file: str, content: bytes, result: dict[str, Any]) -> Facts:
    """What one file says."""
    if file.endswith(".html"):
        return html_facts.read(content, result)
    if file.endswith(".xlsx"):
        return excel_facts.read(content, result)
    return word_facts.read(file.removesuffix(".docx"), content, result)


def differences(found: Facts, expected: Facts) -> dict[Key, tuple[str, str | None]]:
    """What a file says otherwise than expected."""
    return {key: (value, expected.get(key)) for key, value in found.items() if expected.get(key, "") != value}


def missing(file: str, found: Facts, expected: Facts, result: dict[str, Any]) -> list[Key]:
    """What a file must say and does not."""
    kinds, word = SHOWN[file], file.endswith(".docx")
    single = {info["id"] for info in result["plan"]["measures"] if info["kind"] != "ratio"}
    empty = {key for key, value in expected.items() if not value}
    counted = {key for key in expected if word and key[0] in ("numerator", "denominator")}
    left = {key for key in counted if key[2] in single or not expected["value", *key[1:]]}
    return [key for key in expected if key[0] in kinds and key not in found and key not in empty | left]


@pytest.mark.parametrize("file", SHOWN)
@pytest.mark.parametrize("name", [*SETS, *GIVEN])
def test_every_figure_reads_the_same_in_every_file(name: str, file: str) -> None:
    """Each figure of the result stands in the file, digit for digit, and no file says another one."""
    files = rendered(name)
    result = json.loads(files["result.json"])
    if file not in files:
        assert file == "quyet-dinh.docx"
        assert all(one["council_review"] for one in result["proposals"])
        return
    found, expected = facts_of(file, files[file], result), of_result(result)
    assert ({}, []) == (differences(found, expected), missing(file, found, expected, result))


def _changes(result: dict[str, Any]) -> Iterator[tuple[str, Callable[[], None], set[str]]]:
    """One digit changed at a time: what it is, how, and the files that must be found wrong."""
    unit = next(one for one in result["units"] if not one["all_met"])
    missed = next(m for c in unit["criteria"] for m in c["measures"] if m["shortfall"] and m["percent"])
    person = next(one for one in result["individuals"] if any(c["numerator"] for c in one["criteria"]))
    ratio = next(c for c in person["criteria"] if c["numerator"])
    proposal = next(one for one in result["proposals"] if not one["council_review"])
    tables, book, report = "xep-hang.html", "xep-hang.xlsx", "bao-cao.docx"
    lists = {"danh-sach.docx", "quyet-dinh.docx"}
    for field in ("numerator", "denominator", "shortfall"):
        yield field, lambda f=field: missed.update({f: missed[f] + 1}), {tables, book, report}  # type: ignore[misc]
    yield "value", lambda: missed.update(value=missed["value"][:-1] + "0"), {tables, book, report}
    yield "verdict", lambda: missed.update(verdict="met"), {tables, book, report}
    yield "score", lambda: unit.update(score="12.3456"), {tables, book, report}
    yield "rank", lambda: unit.update(rank=unit["rank"] + 1), {tables, book, report}
    yield "count", lambda: missed["counts"].update({k: v + 1 for k, v in missed["counts"].items()}), {tables, book}
    yield "person", lambda: ratio.update(denominator=ratio["denominator"] + 1), {tables, book}
    yield "money", lambda: proposal.update(reward_vnd=proposal["reward_vnd"] + 1), {tables, book, *lists, report}
    yield (
        "unit",
        lambda: result["units"].append({**unit, "id": "khac", "name": "Khác"}),
        {tables, book, report, "to-trinh.docx", "bien-ban.docx"},
    )


@pytest.mark.parametrize(
    "changed",
    "numerator denominator shortfall value verdict score rank count person money unit".split(),
)
def test_one_changed_digit_is_found(changed: str) -> None:
    """A result that differs in one figure from the files is told apart in every file that shows the figure."""
    files = rendered("city")
    original, result = json.loads(files["result.json"]), json.loads(files["result.json"])
    change, wrong = next((how, where) for what, how, where in _changes(result) if what == changed)
    change()
    expected = of_result(result)
    found = {file for file in SHOWN if differences(facts_of(file, files[file], original), expected)}
    assert wrong == found & wrong


@pytest.mark.parametrize(
    ("file", "part", "pattern"),
    [
        ("bao-cao.docx", "word/document.xml", r">98,8(5)%<"),
        ("bao-cao.docx", "word/document.xml", r">34(3)/347<"),
        ("danh-sach.docx", "word/document.xml", r"\(đồng\): (9)00\.000"),
        ("quyet-dinh.docx", "word/document.xml", r"(\d)\d\d\.000 đồng \("),
        ("to-trinh.docx", "word/document.xml", r"cho \d(\d) tập thể"),
        ("bien-ban.docx", "word/document.xml", r"(\d)\d\d\.000 đồng \("),
    ],
)
def test_one_changed_digit_in_a_word_file_is_found(file: str, part: str, pattern: str) -> None:
    """A Word file in which one digit was changed no longer says what the result says, or says it in other words."""
    files = rendered("city")
    result = json.loads(files["result.json"])
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(files[file])) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                text = data.decode()
                match = re.search(pattern, text)
                assert match is not None
                at = match.start(1)
                data = f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}".encode()
            archive.writestr(name, data)
    try:
        wrong: object = differences(facts_of(file, target.getvalue(), result), of_result(result))
    except AssertionError as error:
        wrong = error
    assert wrong
