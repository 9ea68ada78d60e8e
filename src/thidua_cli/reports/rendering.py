"""Which files there are, and which of them a format asks for. Heavy libraries load only for the formats asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path

from thidua_cli.errors import UsageError
from thidua_cli.progress import Progress, Step, silent
from thidua_cli.reports.documents import DOCUMENTS
from thidua_cli.result import Result
from thidua_cli.text.language import t
from thidua_cli.text.nearness import did_you_mean, nearest

WORD_FILES = tuple(DOCUMENTS)
FORMATS = ("html", "docx", "xlsx", "json")
RESULT = "result.json"
FILES: dict[str, str] = {
    RESULT: "json",
    "xep-hang.html": "html",
    "xep-hang.xlsx": "xlsx",
    **{f"{name}.docx": "docx" for name in WORD_FILES},
}
"""Every file that ``score`` leaves (contract, section 5) with its format."""
FAMILY = (*FILES, *(f"{name}.pdf" for name in WORD_FILES))
"""The same, and what it leaves where PDF is asked for."""


CONDITIONAL = frozenset({"quyet-dinh.docx", "quyet-dinh.pdf"})
"""Files that not every result gives rise to."""


def chosen_files(asked: Sequence[str]) -> list[str]:
    """The files meant by formats (``docx``) and by names (``to-trinh.docx``, ``to-trinh``); all of them for none.

    ``pdf`` means every Word file as PDF, ``to-trinh.pdf`` one of them. Raises UsageError for an unknown word.
    """
    if not asked:
        return list(FILES)
    names = dict.fromkeys(name for word in asked for name in _meant(word.strip().lower()))
    return [name for name in FAMILY if name in names]


def _meant(word: str) -> list[str]:
    if word == "pdf":
        return [f"{name}.pdf" for name in WORD_FILES]
    found = [name for name, kind in FILES.items() if word in (kind, name, name.removesuffix(".docx"))]
    found += [word] if word.endswith(".pdf") and word.removesuffix(".pdf") in WORD_FILES else []
    if not found:
        known = [*FORMATS, "pdf", *FILES]
        near = did_you_mean(nearest(word, known))
        raise UsageError(
            t("There is no format or file “{word}”.{near}", word=word, near=near),
            hint=t("Choose from: {known}.", known=", ".join(known)),
        )
    return found


def not_issued(result: Result, names: Sequence[str]) -> list[str]:
    """Which of these files a result gives no rise to: a decision where nobody is commended yet."""
    from thidua_cli.reports.cases import outright

    return [name for name in names if name in CONDITIONAL and not outright(result)]


def render(
    result: Result,
    names: Sequence[str],
    *,
    templates: Path | None = None,
    previous: Result | None = None,
    progress: Progress = silent,
) -> dict[str, bytes]:
    """The bytes of some files; the result comes last and says what was written with it.

    ``previous`` is the result of the year before, with which the report compares. What is not issued is not made.
    ``progress`` is told of each file before it is made.

    Raises TemplateError where an office's template cannot be filled, and OutputError where a PDF is asked for and
    LibreOffice is not installed.
    """
    files: dict[str, bytes] = {}
    names = [name for name in names if name not in not_issued(result, names)]
    word_names = list(dict.fromkeys(name.rsplit(".", 1)[0] for name in names if name.endswith((".docx", ".pdf"))))
    others = [name for name in names if not name.endswith((".docx", ".pdf", ".json"))]
    pdf = [name.replace(".pdf", ".docx") for name in names if name.endswith(".pdf")]
    numbers = count(1)

    def begin(name: str) -> None:
        progress(Step("writing", name, next(numbers), len(word_names) + len(others) + bool(pdf)))

    documents = _word(result, word_names, templates, previous, begin) if word_names else {}
    for name in names:
        if name in others:
            begin(name)
        if name.endswith(".html"):
            from thidua_cli.reports.html import render_html

            files[name] = render_html(result)
        elif name.endswith(".xlsx"):
            from thidua_cli.reports.excel import render_xlsx

            files[name] = render_xlsx(result)
        elif name.endswith(".docx"):
            files[name] = documents[name]
    if pdf:
        begin("PDF")
        from thidua_cli.reports.word.pdf import to_pdf

        files |= to_pdf({name: documents[name] for name in pdf})
    if RESULT in names:
        files[RESULT] = with_manifest(result, files, template_sums(word_names, templates)).to_json()
    return files


def template_sums(documents: Sequence[str], templates: Path | None) -> dict[str, str]:
    """The hashes of the templates of some documents, as the reports take them, by file name."""
    if not documents:
        return {}
    from thidua_cli.reports.word.render import template_bytes

    read = (template_bytes(document, templates) for document in documents)
    return {name: hashlib.sha256(content).hexdigest() for content, name in read}


def other_templates(result: Result, names: Sequence[str], templates: Path | None) -> list[str]:
    """Which of the templates of these files are not those that the result was written with, as far as it knows."""
    documents = {name.rsplit(".", 1)[0] for name in names if name.endswith((".docx", ".pdf"))}
    now = template_sums([name for name in WORD_FILES if name in documents], templates)
    return [name for name, digest in now.items() if result.templates.get(name, digest) != digest]


def with_manifest(result: Result, files: Mapping[str, bytes], templates: Mapping[str, str]) -> Result:
    """The result with the names and hashes of the files written with it, and of the templates that they are made of."""
    import msgspec

    sums = {
        name: None if name.endswith(".pdf") else hashlib.sha256(data).hexdigest()
        for name, data in sorted(files.items())
        if name != RESULT
    }
    return msgspec.structs.replace(result, files=sums, templates=dict(sorted(templates.items())))


def _word(
    result: Result,
    documents: Sequence[str],
    templates: Path | None,
    previous: Result | None,
    begin: Callable[[str], None],
) -> dict[str, bytes]:
    from thidua_cli.reports.word.render import render_all, render_docx

    if len(documents) == 1:
        begin(f"{documents[0]}.docx")
        return {f"{documents[0]}.docx": render_docx(result, documents[0], templates=templates, previous=previous)}
    return render_all(result, templates=templates, previous=previous, documents=documents, begin=begin)
