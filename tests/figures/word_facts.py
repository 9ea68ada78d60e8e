"""The figures that stand in the six Word files, read from their XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.figures.facts import Facts, digits, flat, merge, numbers
from tests.word.ooxml import W, WordFile, all_text
from thidua_cli.text.numbers import amount_in_words

_WHOM = r" cho (?:(\d+) tập thể)?(?: và )?(?:(\d+) cá nhân)?(?: đã có| \(danh sách|, tổng)"
Row = dict[str, list[str]]
"""A table row: the paragraphs of each cell by the head of its column."""
_HEADS = (
    "Xếp hạng",
    "Điểm",
    "Kết quả",
    "Khối thi đua",
    "Hình thức",
    "Tiền thưởng (đồng)",
    "Thành tích",
    "Tiêu chí đạt",
    "Ghi chú",
    "Chức vụ",
    "Đơn vị công tác",
    "Kết quả nổi bật",
    "Tỷ lệ đạt",
    "Đạt",
    "Không đạt",
    "Chưa đủ số liệu",
    "Không áp dụng",
    "Đơn vị áp dụng",
)
"""Heads of columns that may say one thing throughout."""


def read(document: str, content: bytes, result: Mapping[str, Any]) -> Facts:
    """Every figure of one Word file; ``result`` gives ids and order alone."""
    file = WordFile(content)
    text = [flat(paragraph.text) for paragraph in file.paragraphs()]
    facts: Facts = {}
    merge(facts, _numbers(text))
    merge(facts, _amounts(text))
    merge(facts, _criteria_lines(text, result))
    for rows in _tables(file):
        heads = list(rows[0]) if rows else []
        if "Đơn vị" in heads and "Kết quả" in heads:
            merge(facts, _matrix(rows, result))
        elif "Tiêu chí đạt" in heads:
            merge(facts, _standing(rows))
        elif "Đơn vị áp dụng" in heads:
            merge(facts, _criteria(rows, result))
        elif "Nội dung không đạt và số còn thiếu" in heads:
            merge(facts, _shortfalls(rows, result))
        elif document == "danh-sach" and "Thành tích" in heads and "Tập thể, cá nhân" not in heads:
            merge(facts, _awards(rows, "unit" if "Tên tập thể" in heads else "individual"))
        elif "Kết quả nổi bật" in heads and "Tên tập thể" in heads:
            merge(facts, _models(rows))
    return facts


def _tables(file: WordFile) -> Iterator[list[Row]]:
    """The rows of every table by the heads of their columns, with what a sentence says once for all of them."""
    for table in file.body.iter(f"{W}tbl"):
        lines = [
            [[flat(all_text(p)) for p in cell.findall(f"{W}p")] for cell in row.findall(f"{W}tc")]
            for row in table.findall(f"{W}tr")
        ]
        heads, before = [_one(cell) for cell in lines[0]], table.getprevious()
        said = flat(all_text(before)) if before is not None else ""
        once = _once(said.removeprefix("Chung cho cả bảng: ")) if said.startswith("Chung cho cả bảng: ") else {}
        yield [once | dict(zip(heads, line, strict=True)) for line in lines[1:] if len(line) == len(heads)]


def _once(sentence: str) -> Row:
    """“Hình thức: Giấy khen; Tiền thưởng (đồng): 900.000.” by head."""
    starts = "|".join(map(re.escape, _HEADS)) + r"|Tiêu chí \d+ "
    parts = re.split(rf"; (?={starts})", sentence.rstrip("."))
    return {head: [value] for head, _, value in (part.partition(": ") for part in parts)}


def _one(cell: list[str]) -> str:
    return flat(" ".join(cell))


def _numbers(text: list[str]) -> Facts:
    """What sentences say: numbers of units, of those that met everything, of those proposed."""
    facts: Facts = {}
    for line in text:
        if found := re.search(r"; (\d+) đơn vị thuộc", line):
            facts["units",] = found.group(1).lstrip("0")
        if found := re.match(r"Có 01 đơn vị được xét: .* (đạt tất cả)?", line):
            facts["units",], facts["units met",] = "1", "1" if "đạt tất cả" in line else "0"
        if found := re.match(r"Trong (\d+) đơn vị được xét: (?:(\d+) đơn vị đạt tất cả|không có đơn vị nào)", line):
            facts["units",], facts["units met",] = (
                found.group(1).lstrip("0"),
                (found.group(2) or "0").lstrip("0") or "0",
            )
        if found := re.match(r"Cả (\d+) đơn vị được xét đều (đạt tất cả)?", line):
            number = found.group(1).lstrip("0")
            facts["units",], facts["units met",] = number, number if found.group(2) else "0"
        if found := re.search(
            r" cho (?:(\d+) tập thể)?(?: và )?(?:(\d+) cá nhân)?(?: đã có| \(danh sách|, tổng)", line
        ):
            for kind, number in zip(("unit", "individual"), found.groups(), strict=True):
                if number:
                    facts["number", kind] = number.lstrip("0")
    return facts


def _criteria(rows: list[Row], result: Mapping[str, Any]) -> Facts:
    """How many units each criterion applies to and how many met it."""
    facts: Facts = {}
    for row, criterion in zip(rows, result["plan"]["criteria"], strict=True):
        facts["met of criterion", criterion["id"]] = _one(row["Đạt"])
        facts["criterion applies to", criterion["id"]] = _one(row["Đơn vị áp dụng"])
    return facts


def _criteria_lines(text: list[str], result: Mapping[str, Any]) -> Facts:
    """The same where lines say it: “- Tiêu chí 2 (…): 14/18 đơn vị đạt (77,78%), 1 đơn vị chưa đủ số liệu.”."""
    lines = [line for line in text if line.startswith("- Tiêu chí ")]
    facts: Facts = {}
    for line, criterion in zip(lines, result["plan"]["criteria"], strict=bool(lines)):
        if found := re.search(r"\): (\d+)/(\d+) đơn vị đạt", line):
            facts["met of criterion", criterion["id"]], facts["criterion applies to", criterion["id"]] = found.groups()
    return facts


def _amounts(text: list[str]) -> Facts:
    """Sums of money with their words; the words must say the same as the figures."""
    facts: Facts = {}
    for line in text:
        for figure, words in re.findall(r"([\d.]+) đồng \((?:[Bb]ằng chữ: )?([^()\d]* đồng)\)", line):
            amount = int(digits(figure))
            assert f"{amount_in_words(amount)} đồng".lower() == words.lower()
            if re.search(r"(?:[Tt]ổng (?:số )?tiền thưởng|tổng cộng)", line) and "tăng thêm" not in line:
                facts["total",] = str(amount)
    return facts


def _matrix(rows: list[Row], result: Mapping[str, Any]) -> Facts:
    facts: Facts = {}
    infos = {info["id"]: info for info in result["plan"]["measures"]}
    for row in rows:
        name = _one(row["Đơn vị"])
        facts["rank", name], facts["score", name] = _one(row["Xếp hạng"]), digits(_one(row["Điểm"]))
        for number, criterion in enumerate(result["plan"]["criteria"], 1):
            for need in criterion["requirements"]:
                info = infos[need["measure"]]
                head = f"Tiêu chí {number} {info['short_name'] or info['name']} "
                cell = next(cells for column, cells in row.items() if column.startswith(head))
                merge(facts, _cell(cell, name, need))
    return facts


def _cell(cell: list[str], name: str, need: Mapping[str, Any]) -> Facts:
    """Value, counts and verdict; they stand in one line where they were said once for the whole table."""
    said = re.fullmatch(r"(\S+) (?:(\S+/\S+) )?(\D+)", " ".join(cell))
    assert said is not None
    ident = need["measure"]
    facts = {("value", name, ident): digits(said[1]), ("verdict", name, ident): said[3]}
    if need["percent"] and said[2]:
        top, _, below = said[2].partition("/")
        facts |= {("numerator", name, ident): digits(top), ("denominator", name, ident): digits(below)}
    return facts


def _standing(rows: list[Row]) -> Facts:
    facts: Facts = {}
    for row in rows:
        name = _one(row["Đơn vị"])
        facts["rank", name], facts["score", name] = _one(row["Xếp hạng"]), digits(_one(row["Điểm"]))
        facts["criteria met", name], facts["criteria applicable", name] = _one(row["Tiêu chí đạt"]).split("/")
    return facts


def _shortfalls(rows: list[Row], result: Mapping[str, Any]) -> Facts:
    """Who fell short of what: counts, share, threshold and the cases that are missing."""
    facts: Facts = {}
    infos = result["plan"]["measures"]
    names = {info["short_name"] or info["name"]: info for info in infos}
    starts = "|".join(map(re.escape, names))
    for row in rows:
        unit = _one(row["Đơn vị"])
        for part in re.split(rf"; (?=(?:{starts}): )", _one(row["Nội dung không đạt và số còn thiếu"]).rstrip(".")):
            name, _, text = part.partition(": ")
            info = names[name]
            if found := re.search(r"yêu cầu \S+ ([\d.,]+)", text):
                facts["threshold", unit, info["id"]] = digits(found.group(1))
            if info["shortfall"] and (found := re.search(_pattern(info["shortfall"]), text)):
                facts["shortfall", unit, info["id"]] = digits(found.group(1))
            if found := re.match(r"([\d.]+)/([\d.]+) ", text):
                facts["numerator", unit, info["id"]] = digits(found.group(1))
                facts["denominator", unit, info["id"]] = digits(found.group(2))
    return facts


def _pattern(template: str) -> str:
    return re.escape(template).replace(r"\{n\}", r"([\d.]+)")


def _awards(rows: list[Row], kind: str) -> Facts:
    facts: Facts = {}
    for row in rows:
        unit = kind == "unit"
        who = (_one(row["Tên tập thể" if unit else "Họ và tên"]), "" if unit else _one(row["Đơn vị công tác"]))
        facts["money", kind, *who] = digits(_one(row["Tiền thưởng (đồng)"]))
        facts["achievement", kind, *who] = " ".join(numbers(_one(row["Thành tích"])))
        if kind == "unit":
            facts["rank", who[0]] = _one(row["Xếp hạng"])
    facts["number", kind] = str(len(rows))
    return facts


def _models(rows: list[Row]) -> Facts:
    facts: Facts = {}
    for row in rows:
        facts["rank", _one(row["Tên tập thể"])] = _one(row["Xếp hạng"])
        facts["model", _one(row["Tên tập thể"])] = " ".join(numbers(_one(row["Kết quả nổi bật"])))
    return facts
