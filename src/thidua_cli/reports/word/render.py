"""Fills the Word templates: sandboxed, every value as text, the same bytes for the same result and templates."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Collection
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_cli.errors import TemplateError
from thidua_cli.reports.cases import outright
from thidua_cli.reports.documents import DOCUMENTS, TEMPLATED
from thidua_cli.reports.word import context as contexts
from thidua_cli.reports.word.facts import Picture, Record
from thidua_cli.reports.word.grammar import BoundsError, Steps, environment, out_of_bounds
from thidua_cli.reports.word.pictures import Charts, chart_source
from thidua_cli.result import Result
from thidua_cli.text.language import t

if TYPE_CHECKING:
    from docxtpl import DocxTemplate


def issued(result: Result) -> tuple[str, ...]:
    """The documents that a result gives rise to: no decision where nobody is commended yet."""
    return tuple(name for name in DOCUMENTS if name != "quyet-dinh" or outright(result))


def _untold(file: str) -> None:
    """Nobody is told that a file is begun."""


def render_docx(
    result: Result,
    document: str,
    *,
    templates: Path | None = None,
    charts: Charts = None,
    previous: Result | None = None,
) -> bytes:
    """The bytes of one Word file.

    ``document`` is an id of :data:`TEMPLATED`; ``templates`` a folder with the office's own templates (a document
    without one there takes the built-in one). ``charts``: see :func:`render_all`. Raises TemplateError.
    """
    from thidua_cli.reports.word.check import check_folder, check_template

    if templates is not None:
        check_folder(templates)
    content, name = template_bytes(document, templates)
    if templates is not None:
        check_template(content, name)
    return _Filler(result, charts, previous).fill(content, name, document)


def render_all(
    result: Result,
    *,
    templates: Path | None = None,
    charts: Charts = None,
    previous: Result | None = None,
    documents: Collection[str] = tuple(DOCUMENTS),
    begin: Callable[[str], object] = _untold,
) -> dict[str, bytes]:
    """Those of some documents that are issued, by file name (``to-trinh.docx`` …), built from one context.

    ``previous`` is the result of the year before, for the report's comparison; ``begin`` is told each file's name
    before it is made.

    ``charts``: None for the charts of the reports; a mapping from key (``overview``, ``group:<name>``,
    ``criterion:<id>``) to PNG bytes (empty: no charts); or a function ``(kind, key)`` to pictures. Raises one
    TemplateError for all broken templates.
    """
    from thidua_cli.reports.word.check import check_templates

    if templates is not None:
        check_templates(templates)
    filler, made = _Filler(result, charts, previous), {}
    for document in issued(result):
        if document not in documents:
            continue
        begin(f"{document}.docx")
        content, name = template_bytes(document, templates)
        made[f"{document}.docx"] = filler.fill(content, name, document)
    return made


def template_bytes(document: str, templates: Path | None = None) -> tuple[bytes, str]:
    """A template's bytes and file name: from the folder ``templates`` if it has one, else the built-in one."""
    name = f"{document}.docx"
    if templates is not None and (templates / name).is_file():
        from thidua_cli.reports.word.check import read_template

        return read_template(templates / name), name
    return (resources.files("thidua_cli.reports") / "templates" / name).read_bytes(), name


class _Filler:
    """Fills documents of one result, whose words are made once."""

    def __init__(self, result: Result, charts: Charts, previous: Result | None) -> None:
        self._result, self._steps = result, Steps()
        self._shared: Record = self._steps.counted(contexts.build(result, chart_source(result, charts), previous))

    def fill(self, content: bytes, name: str, document: str) -> bytes:
        """The bytes of one document; ``name`` is the file name of its template. Raises TemplateError."""
        from jinja2 import TemplateError as JinjaError

        from thidua_cli.reports.word.finish import finish, to_bytes
        from thidua_cli.reports.word.template import OfficeTemplate

        template = OfficeTemplate(io.BytesIO(content))
        env = environment()
        env.finalize = lambda value: _finalize(value, template)
        self._steps.begin()
        values = {**self._shared, **self._steps.counted(contexts.for_document(self._result, document))}
        try:
            template.render(values, env, autoescape=True)
        except (BoundsError, RecursionError, MemoryError) as error:
            raise out_of_bounds(name) from error
        except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            raise TemplateError(
                t("{name}: the template cannot be filled ({error}).", name=name, error=str(error)),
                hint=t("Compare with the original template (of the command init) and the table of template words."),
            ) from error
        plan = self._result.plan
        year = plan.documents.document_year or plan.year + 1
        finish(template.docx, title=f"{TEMPLATED[document]} năm {plan.year}", year=year)
        return to_bytes(template.docx, document)


_LAST_LETTER = re.compile(r" (?=[A-ZĐ](?:$|[,;.)]))")


def _finalize(value: object, template: DocxTemplate) -> object:
    if isinstance(value, Picture):
        return _inline(value, template)
    return _printable(value) if isinstance(value, str) else value


def _printable(text: str) -> str:
    """The text without line breaks or what XML cannot hold; the letter ending a name stays with it (“An Bình A”)."""
    kept = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return _LAST_LETTER.sub("\u00a0", kept)


def _inline(picture: Picture, template: DocxTemplate) -> object:
    from docx.shared import Mm
    from docxtpl import InlineImage

    class Described(InlineImage):  # type: ignore[misc]
        """An inline picture with its text alternative."""

        def __html__(self) -> str:
            from xml.sax.saxutils import quoteattr

            xml: Any = self._insert_image()
            return str(xml).replace("<wp:docPr ", f"<wp:docPr descr={quoteattr(picture.alt)} ", 1)

    return Described(template, io.BytesIO(picture.png()), width=Mm(picture.width_mm))
