"""The template engine without what these files do not need (imported only when a Word file is filled)."""

from __future__ import annotations

from typing import Any

from docxtpl import DocxTemplate


class OfficeTemplate(DocxTemplate):  # type: ignore[misc]
    """A docxtpl template that compiles only the parts in which something is to be filled in."""

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        """A part without a tag (most headers) is left as it is: compiling it costs as much as filling one."""
        if "{{" not in src_xml and "{%" not in src_xml:
            return src_xml
        return str(super().render_xml_part(src_xml, part, context, jinja_env))

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Title and dates are set afterwards for every document alike; a template's own are not filled in."""
