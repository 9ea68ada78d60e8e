"""The template engine without what these files do not need (imported only when a Word file is filled)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from lxml import etree

from thidua_cli.reports.word.lines import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_BREAK = re.compile(r"<w:t[ >][^<]*[\t\n\f\a]")


def _fits(table: _Element) -> bool:
    """Whether the widest row has as many cells as the table's grid has columns."""
    columns = sum(1 for _ in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    return columns == max((sum(1 for _ in row.iterchildren(f"{W}tc")) for row in table.iter(f"{W}tr")), default=0)


class OfficeTemplate(DocxTemplate):  # type: ignore[misc]
    """A docxtpl template that compiles only the parts in which something is to be filled in."""

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        """A part without a tag (most headers) is left as it is: compiling it costs as much as filling one."""
        if "{{" not in src_xml and "{%" not in src_xml:
            return src_xml
        return str(super().render_xml_part(src_xml, part, context, jinja_env))

    def fix_tables(self, xml: str) -> _Element:
        """The filled body; docxtpl goes over the grids of all tables, cell by cell, only where one does not fit."""
        tree = etree.fromstring(xml, etree.XMLParser(recover=True))
        if all(map(_fits, tree.iter(f"{W}tbl"))):
            return tree
        fixed: _Element = super().fix_tables(xml)
        return fixed

    def resolve_listing(self, xml: str) -> str:
        """Breaks and tabs in texts, which only the wording of a template itself can hold: values have none."""
        return str(super().resolve_listing(xml)) if _BREAK.search(xml) else xml

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Title and dates are set afterwards for every document alike; a template's own are not filled in."""
