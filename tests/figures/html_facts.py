"""The figures that stand on the page, read from its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

from tests.figures.facts import WORDS, Facts, digits, flat


def read(page: bytes, result: Mapping[str, Any]) -> Facts:
    """Every figure of the page; ``result`` gives ids, words and order alone."""
    tree: Any = html.fromstring(page.decode())
    facts: Facts = {**_overview(tree), **_standings(tree), **_persons(tree, result), **_proposed(tree)}
    for details, unit in zip(tree.xpath('//details[contains(@class,"unit")]'), _units(tree, result), strict=True):
        facts |= _unit(details, unit, result)
    return facts


def _units(tree: Any, result: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    by_name = {unit["name"]: unit for unit in result["units"]}
    for head in tree.xpath('//details[contains(@class,"unit")]/summary/h4'):
        yield by_name[head.text_content()]


def _overview(tree: Any) -> Facts:
    shown = {flat(term.text_content()): _said(term.getnext()) for term in tree.xpath('//dl[@class="facts"]//dt')}
    eligible, persons = shown["Cá nhân đủ điều kiện"].split("/")
    met, units = shown["Đơn vị đạt tất cả tiêu chí"].split("/")
    return {
        ("units",): units,
        ("units met",): met,
        ("persons eligible",): eligible,
        ("persons",): persons,
    }


def _tables(tree: Any, caption: str) -> list[Any]:
    return [table for table in tree.xpath("//table") if re.match(caption, flat(table.findtext("caption") or ""))]


def _rows(table: Any) -> list[Any]:
    return list(table.xpath("./tbody/tr"))


def _said(cell: Any) -> str:
    """The text of a cell without its small print."""
    return flat("".join(cell.xpath(".//text()[not(ancestor::small)]")))


def _small(cell: Any) -> str:
    return flat("".join(cell.xpath(".//small//text()")))


def _standings(tree: Any) -> Facts:
    facts: Facts = {}
    for table in _tables(tree, "Xếp hạng khối"):
        for row in _rows(table):
            cells = list(row)
            name = cells[1].text_content()
            met, applicable = _said(cells[2])[2:].split("/")
            facts["rank", name] = _said(cells[0]).removeprefix("đồng hạng ")
            facts["score", name] = digits(_said(cells[3]))
            facts["criteria met", name], facts["criteria applicable", name] = met, applicable
    return facts


def _unit(details: Any, unit: Mapping[str, Any], result: Mapping[str, Any]) -> Facts:
    """The table of a unit, and the counts below it; a unit's own line must agree with the standing."""
    facts: Facts = {}
    name = unit["name"]
    bodies = details.xpath('.//div[@class="body"]/div[contains(@class,"scroll")]/table/tbody')
    for body, criterion in zip(bodies, unit["criteria"], strict=True):
        for row, measure in zip(body.xpath("./tr"), criterion["measures"], strict=True):
            facts |= _measure(list(row)[-5:], name, measure, result)
    words = {text: count for count, text in result["plan"]["counts"].items()}
    for part in details.xpath('.//details[contains(@class,"why")]//p[starts-with(.,"Trong đó: ")]'):
        for text, number in zip(part.xpath("./text()"), part.xpath("./b"), strict=False):
            count = words[flat(text).removeprefix("Trong đó: ").lstrip("; ")]
            facts["count", name, count] = digits(number.text_content())
    return facts


def _measure(cells: list[Any], unit: str, measure: Mapping[str, Any], result: Mapping[str, Any]) -> Facts:
    ident, shown = measure["id"], flat(cells[2].text_content())
    ratio = re.match(r"([\d.]+)/([\d.]+)", shown)
    share = re.search(r"\(([\d.,]+)%\)$", shown)
    top, below = ratio.groups() if ratio else (shown, "")
    value = share.group(1) if share else ("" if measure["percent"] else shown)
    template = next(info["shortfall"] for info in result["plan"]["measures"] if info["id"] == ident)
    lack = flat(cells[4].text_content())
    match = re.fullmatch(re.escape(template).replace(r"\{n\}", r"([\d.]+)"), lack) if template else None
    assert match or not lack or (template == "" and lack.startswith("còn thiếu")) or lack.startswith("Nếu")
    return {
        ("verdict", unit, ident): _said(cells[0])[2:],
        ("threshold", unit, ident): digits(cells[1].text_content().rpartition(" ")[2]),
        ("numerator", unit, ident): digits(top),
        ("denominator", unit, ident): digits(below),
        ("value", unit, ident): digits(value),
        ("shortfall", unit, ident): digits(match.group(1)) if match and lack else "",
    }


def _persons(tree: Any, result: Mapping[str, Any]) -> Facts:
    facts: Facts = {}
    infos = result["plan"]["individual_criteria"]
    for at, row in enumerate(row for table in _tables(tree, "Kết quả xét từng cá nhân") for row in _rows(table)):
        cells = list(row)
        facts["person", at] = flat(cells[0].text_content())
        facts["person eligible", at] = str(_said(cells[-2]) == "Đủ điều kiện")
        for cell, info in zip(cells[3:], infos, strict=False):
            facts["person verdict", at, info["id"]] = _said(cell)[2:]
            if info["kind"] == "dossiers":
                found = re.fullmatch(r"([\d.]+)/([\d.]+) hồ sơ(?: \(([\d.,]+)%\))?", _small(cell))
                parts = found.groups(default="") if found else ("", "", "")
                for part, text in zip(("numerator", "denominator", "value"), parts, strict=True):
                    facts[f"person {part}", at] = digits(text)
    assert set(WORDS.values()) >= {word for key, word in facts.items() if key[0] == "person verdict"}
    return facts


def _proposed(tree: Any) -> Facts:
    facts: Facts = {("total", "unit"): "0", ("total", "individual"): "0"}
    for caption, kind in (("cho tập thể", "unit"), ("cho cá nhân", "individual")):
        for table in _tables(tree, rf".* {caption}: \d+ trường hợp"):
            for row in _rows(table):
                cells = [flat(cell.text_content()) for cell in row]
                who = (cells[1], "") if kind == "unit" else (cells[1], cells[3])
                facts["money", kind, *who] = digits(cells[-2])
            facts["number", kind] = digits(table.findtext("caption").rpartition(":")[2])
            facts["total", kind] = digits(table.getparent().getnext().text_content())
    facts["total",] = str(int(facts["total", "unit"]) + int(facts["total", "individual"]))
    rows = [row for table in _tables(tree, "Trường hợp trình Hội đồng xem xét") for row in _rows(table)]
    for at, row in enumerate(rows):
        cells = [flat(cell.text_content()) for cell in row]
        facts["case", at] = f"{cells[1]}: {cells[-1].rstrip('.')}"
    return facts
