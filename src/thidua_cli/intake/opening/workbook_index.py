"""The index of an xlsx workbook: which part holds which sheet, and what is said of all of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class WorkbookIndex:
    """From ``workbook.xml``: which part holds which sheet (by name), the date system, odd places.

    ``hidden`` are sheets that are not shown; ``plain`` says that all sheets are worksheets with a name of their own.
    ``calculate_on_load`` says that whoever opens it is to calculate all; ``calculation`` is the number of the version
    of Excel that its formulas are made for.
    """

    parts: Mapping[str, str]
    date1904: bool
    strings_elsewhere: bool
    hidden: frozenset[str] = frozenset()
    plain: bool = True
    calculate_on_load: bool = False
    calculation: str = ""


def workbook_index(texts: Mapping[str, bytes], sheets: Iterable[str]) -> WorkbookIndex:
    """Read the workbook's own index; whatever it lacks is left empty (calamine decides whether the file is whole).

    ``texts`` are the small parts by name, ``sheets`` the names of those that may be worksheets.
    """
    book_part = next((p for p in texts if p.lower().endswith("workbook.xml")), "")
    folder = posixpath.dirname(book_part)
    relations = {p.lower(): p for p in texts}.get(f"{folder}/_rels/workbook.xml.rels".lstrip("/").lower(), "")
    scans = {p.lower(): p for p in sheets}
    targets: dict[str, str] = {}
    worksheets: set[str] = set()
    strings_elsewhere = False
    for element in elements(texts.get(relations, b"")):
        target = element.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if element.get("Type", "").endswith("/sharedStrings"):
            strings_elsewhere |= not whole.lower().endswith("sharedstrings.xml")
        if element.get("Type", "").endswith("/worksheet"):
            worksheets.add(element.get("Id", ""))
        targets[element.get("Id", "")] = scans.get(whole.lower(), "")
    parts: dict[str, str] = {}
    hidden: set[str] = set()
    plain = True
    date1904 = on_load = False
    calculation = ""
    for element in elements(texts.get(book_part, b"")):
        tag = element.tag.rpartition("}")[2]
        if tag == "sheet":
            relation = next((v for k, v in element.items() if k.endswith("}id")), "")
            sheet, part = element.get("name", ""), targets.get(relation, "")
            plain &= sheet not in parts and part not in parts.values() and relation in worksheets
            if element.get("state", "visible") != "visible":
                hidden.add(sheet)
            parts[sheet] = part
        elif tag == "workbookPr":
            # a second element of that name, in the extensions of later versions, says nothing of the date system
            date1904 |= element.get("date1904", "") in _TRUE
        elif tag == "calcPr":
            on_load, calculation = element.get("fullCalcOnLoad", "") in _TRUE, element.get("calcId", "")
    return WorkbookIndex(parts, date1904, strings_elsewhere, frozenset(hidden), plain, on_load, calculation)


def elements(xml: bytes) -> list[ET.Element]:
    """All elements of a small part (its document types were refused before)."""
    if not xml:
        return []
    try:
        return list(ET.fromstring(xml).iter())  # noqa: S314  # no DOCTYPE or entity gets this far
    except (ET.ParseError, ValueError, LookupError):
        return []
