"""The figures that stand in the six Word files, read from their XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.figures.facts import Facts, digits, flat, merge, numbers
from tests.word.ooxml import W, WordFile, all_text
from thidua_cli.text.numbers import amount_in_words

_WHOM = r" cho (?:(\d+) tập thể)?(?: và )?(?:(\d+) cá nhân)?(?: đã có| \(danh sách|, tổng)"
Row = list[list[str]]
"""A table row: cells of paragraphs."""


def read(document: str, content: bytes, result: Mapping[str, Any]) -> Facts:
    """Every figure of one Word file; ``result`` gives ids and order alone."""
    file = WordFile(content)
    text = [flat(paragraph.text) for paragraph in file.paragraphs()]
    facts: Facts = {}
    merge(facts, _numbers(text, result))
    merge(facts, _amounts(text))
    for head, rows in _tables(file):
        if head[:3] == ["STT", "Đơn vị", "Xếp hạng"]:
            merge(facts, _matrix(rows, result))
        elif head[:2] == ["Xếp hạng", "Đơn vị"]:
            merge(facts, _standing(rows))
        elif head[-1] == "Nguồn số liệu":
            merge(facts, _shortfalls(rows, result))
        elif head[-1] == "Tiền thưởng (đồng)":
            merge(facts, _awards(rows, "unit" if head[1] == "Tên tập thể" else "individual"))
        elif head[-1] == "Kết quả nổi bật":
            merge(facts, _models(rows, "unit" if head[1] == "Tên tập thể" else "individual"))
        elif head[-1] == "Lý do trình Hội đồng":
            facts |= {("case", at): f"{_one(row[1])}: {_one(row[3]).rstrip('.')}" for at, row in enumerate(rows)}
    if document == "bien-ban":
        heads = [re.fullmatch(r"2\.\d+\. (.*) \(.*\)", line) for line in text]
        names = [found.group(1) for found in heads if found]
        reasons = [line.partition(": ")[2] for line in text if line.startswith("Nội dung cần xem xét: ")]
        facts |= {
            ("case", at): f"{who}: {why.rstrip('.')}" for at, (who, why) in enumerate(zip(names, reasons, strict=True))
        }
    return facts


def _tables(file: WordFile) -> Iterator[tuple[list[str], list[Row]]]:
    for table in file.body.iter(f"{W}tbl"):
        rows = [
            [[flat(all_text(p)) for p in cell.findall(f"{W}p")] for cell in row.findall(f"{W}tc")]
            for row in table.findall(f"{W}tr")
        ]
        yield [_one(cell) for cell in rows[0]], rows[1:]


def _one(cell: list[str]) -> str:
    return flat(" ".join(cell))


def _numbers(text: list[str], result: Mapping[str, Any]) -> Facts:
    """What sentences say: numbers of units, of those that met each criterion, of those proposed."""
    facts: Facts = {}
    for line in text:
        if found := re.match(r"Có (\d+) đơn vị thuộc", line):
            facts["units",] = found.group(1).lstrip("0")
        if found := re.match(r"Trong (\d+) đơn vị được xét: (?:(\d+) đơn vị đạt tất cả|không có đơn vị nào)", line):
            facts["units",], facts["units met",] = (
                found.group(1).lstrip("0"),
                (found.group(2) or "0").lstrip("0") or "0",
            )
        if found := re.search(
            r" cho (?:(\d+) tập thể)?(?: và )?(?:(\d+) cá nhân)?(?: đã có| \(danh sách|, tổng)", line
        ):
            for kind, number in zip(("unit", "individual"), found.groups(), strict=True):
                if number:
                    facts["number", kind] = number.lstrip("0")
    said = [found for line in text if (found := re.search(r"(\d+)/(\d+) đơn vị thuộc diện áp dụng đạt", line))]
    applying = [c for c in result["plan"]["criteria"] if _applies(c["id"], result)]
    if said:
        for found, criterion in zip(said, applying, strict=True):
            facts["met of criterion", criterion["id"]] = found.group(1)
            facts["criterion applies to", criterion["id"]] = found.group(2)
    return facts


def _applies(criterion: str, result: Mapping[str, Any]) -> bool:
    judged = [c for unit in result["units"] for c in unit["criteria"] if c["id"] == criterion]
    return any(one["verdict"] != "not_applicable" for one in judged)


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
    needs = [need for criterion in result["plan"]["criteria"] for need in criterion["requirements"]]
    for row in rows:
        name = _one(row[1])
        facts["rank", name], facts["score", name] = _one(row[2]), digits(_one(row[-2]))
        for cell, need in zip(row[3:-2], needs, strict=True):
            ident = need["measure"]
            facts["value", name, ident] = digits(cell[0])
            facts["verdict", name, ident] = cell[-1]
            if need["percent"] and len(cell) == len(("value", "counts", "verdict")):
                top, _, below = cell[1].partition("/")
                facts["numerator", name, ident], facts["denominator", name, ident] = digits(top), digits(below)
    return facts


def _standing(rows: list[Row]) -> Facts:
    facts: Facts = {}
    for row in rows:
        name = _one(row[1])
        facts["rank", name], facts["score", name] = _one(row[0]), digits(_one(row[3]))
        facts["criteria met", name], facts["criteria applicable", name] = _one(row[2]).split("/")
    return facts


def _shortfalls(rows: list[Row], result: Mapping[str, Any]) -> Facts:
    """Who fell short of what: counts, share, threshold and the cases that are missing."""
    facts: Facts = {}
    labels = {f"Tiêu chí {n}": c for n, c in enumerate(result["plan"]["criteria"], 1)}
    infos = {info["id"]: info for info in result["plan"]["measures"]}
    for row in rows:
        unit, (label, _, text) = _one(row[1]), _one(row[2]).partition(": ")
        own = [infos[need["measure"]] for need in labels[label]["requirements"]]
        info = next(one for one in own if text.startswith((one["short_name"] or one["name"]) + ": "))
        if found := re.search(r"yêu cầu \S+ ([\d.,]+)", text):
            facts["threshold", unit, info["id"]] = digits(found.group(1))
        if info["shortfall"] and (found := re.search(_pattern(info["shortfall"]), text)):
            facts["shortfall", unit, info["id"]] = digits(found.group(1))
        if found := re.search(r": ([\d.]+)/([\d.]+) ", text):
            facts["numerator", unit, info["id"]] = digits(found.group(1))
            facts["denominator", unit, info["id"]] = digits(found.group(2))
    return facts


def _pattern(template: str) -> str:
    return re.escape(template).replace(r"\{n\}", r"([\d.]+)")


def _awards(rows: list[Row], kind: str) -> Facts:
    facts: Facts = {}
    for row in rows[:-1]:
        who = (_one(row[1]), "") if kind == "unit" else (_one(row[1]), _one(row[3]))
        facts["money", kind, *who] = digits(_one(row[-1]))
        facts["achievement", kind, *who] = " ".join(numbers(_one(row[-3])))
        if kind == "unit":
            facts["rank", who[0]] = _one(row[3])
    facts["number", kind] = digits(_one(rows[-1][0])).lstrip("0")
    facts["total", kind] = digits(_one(rows[-1][-1]))
    return facts


def _models(rows: list[Row], kind: str) -> Facts:
    facts: Facts = {}
    for row in rows:
        if kind == "unit":
            facts["rank", _one(row[1])] = _one(row[3])
            facts["model", _one(row[1])] = " ".join(numbers(_one(row[4])))
        else:
            facts["achievement", kind, _one(row[1]), _one(row[3])] = " ".join(numbers(_one(row[4])))
    return facts
