"""The figures that stand in the workbook, read from its stored values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.excel.books import Book, read_book
from tests.figures.facts import WORDS, Facts, bare, flat, numbers

_SIGNS = {"✓": "met", "✗": "not_met", "?": "no_data", "–": "not_applicable"}


def read(content: bytes, result: Mapping[str, Any]) -> Facts:
    """Every figure of the workbook; ``result`` gives ids and words alone."""
    book = read_book(content)
    return {
        **_standings(book, result),
        **_figures(book, result),
        **_counts(book, result),
        **_persons(book, result),
        **_proposed(book),
    }


def _text(cell: object) -> str:
    """A number as it is stored, in bare digits."""
    return bare(f"{cell:.10f}") if isinstance(cell, float) else bare(cell)


def _table(book: Book, sheet: str, head: int) -> list[dict[str, Any]]:
    rows = book[sheet]
    names = [flat(str(cell)) for cell in rows[head]]
    return [dict(zip(names, row, strict=False)) for row in rows[head + 1 :]]


def _standings(book: Book, result: Mapping[str, Any]) -> Facts:
    facts: Facts = {}
    names = {unit["id"]: unit["name"] for unit in result["units"]}
    for row in _table(book, "Xếp hạng", 4):
        name = names[row["Mã đơn vị"]]
        facts["rank", name] = _text(row["Hạng"])
        facts["score", name] = _text(row["Điểm"])
        facts["criteria met", name] = _text(row["Số tiêu chí đạt"])
        facts["criteria applicable", name] = _text(row["Số tiêu chí áp dụng"])
        for criterion in result["plan"]["criteria"]:
            sign = next(cell for head, cell in row.items() if head.startswith(criterion["id"].upper() + " "))
            facts["criterion", name, criterion["id"]] = WORDS[_SIGNS[sign]]
    facts["units",] = str(sum(key[0] == "rank" for key in facts))
    return facts


def _figures(book: Book, result: Mapping[str, Any]) -> Facts:
    facts: Facts = {}
    names = {unit["id"]: unit["name"] for unit in result["units"]}
    infos = {info["id"]: info for info in result["plan"]["measures"]}
    for row in _table(book, "Số liệu", 3):
        unit, _, measure = row["Khóa"].split("|")
        name, ratio = names[unit], infos[measure]["kind"] == "ratio"
        facts["verdict", name, measure] = row["Kết quả"]
        facts["value", name, measure] = _text(row["Giá trị"])
        facts["numerator", name, measure] = _text(row["Tử số"])
        facts["denominator", name, measure] = _text(row["Mẫu số"]) if ratio and row["Tử số"] != "" else ""
        facts["threshold", name, measure] = _text(row["Mức yêu cầu"])
        lack = _text(row["Còn thiếu"])
        facts["shortfall", name, measure] = "" if lack == "0" or not infos[measure]["shortfall"] else lack
    return facts


def _counts(book: Book, result: Mapping[str, Any]) -> Facts:
    facts: Facts = {}
    names = {unit["id"]: unit["name"] for unit in result["units"]}
    ids = {text[:1].upper() + text[1:]: count for count, text in result["plan"]["counts"].items()}
    for row in _table(book, "Số đếm", 3):
        for head, cell in row.items():
            if head in ids:
                facts["count", names[row["Mã đơn vị"]], ids[head]] = _text(cell)
    return facts


def _persons(book: Book, result: Mapping[str, Any]) -> Facts:
    facts: Facts = {}
    rows = [row for row in _table(book, "Cá nhân", 3) if row["STT"] != "" and row["Họ và tên"]]
    for at, row in enumerate(rows):
        facts["person", at] = flat(str(row["Họ và tên"]))
        facts["person eligible", at] = str(row["Đủ điều kiện"] == "Có")
        facts["person numerator", at] = _text(row["Hồ sơ sớm, đúng hạn"])
        facts["person denominator", at] = _text(row["Hồ sơ đã tính"])
        facts["person value", at] = _text(row["Tỷ lệ"])
        for info in result["plan"]["individual_criteria"]:
            sign = next(cell for head, cell in row.items() if head == flat(info["title"]))
            facts["person verdict", at, info["id"]] = WORDS[_SIGNS[sign]]
    facts["persons",] = str(len(rows))
    facts["persons eligible",] = str(sum(row["Đủ điều kiện"] == "Có" for row in rows))
    return facts


def _proposed(book: Book) -> Facts:
    facts: Facts = {}
    kinds = {"Tập thể": "unit", "Cá nhân": "individual"}
    totals = {"unit": 0, "individual": 0}
    rows = [row for row in _table(book, "Đề nghị", 3) if row["STT"] != "" and row["Đối tượng"] in kinds]
    for row in rows:
        kind = kinds[row["Đối tượng"]]
        who, unit = flat(str(row["Tên tập thể, cá nhân"])), flat(str(row["Đơn vị công tác"]))
        if row["Hội đồng xem xét"]:
            # Cases that are not proposed yet have no form of commendation.
            facts |= {("case of proposal", who): flat(row["Lý do"])} if row["Hình thức"] else {}
            continue
        facts["money", kind, who, unit] = _text(row["Tiền thưởng (đồng)"])
        facts["achievement", kind, who, unit] = " ".join(numbers(row["Thành tích"]))
        facts["number", kind] = str(int(facts.get(("number", kind), "0")) + 1)
        totals[kind] += int(row["Tiền thưởng (đồng)"] or 0)
    facts |= {("total", kind): str(amount) for kind, amount in totals.items()}
    facts["total",] = _text(book["Đề nghị"][2][9]) if rows else "0"
    return facts
