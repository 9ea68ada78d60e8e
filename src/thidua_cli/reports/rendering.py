"""Which files there are, and which of them a format asks for. Heavy libraries load only for the formats asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from thidua_cli.errors import UsageError
from thidua_cli.result import Result

WORD_FILES = ("to-trinh", "danh-sach", "quyet-dinh", "bien-ban", "bao-cao", "nhan-rong")
FORMATS = ("html", "docx", "xlsx", "json")
FILES: dict[str, str] = {
    "result.json": "json",
    "xep-hang.html": "html",
    "xep-hang.xlsx": "xlsx",
    **{f"{name}.docx": "docx" for name in WORD_FILES},
}
"""Every file that ``score`` leaves (contract, section 5) with its format."""


def chosen_files(asked: Sequence[str]) -> list[str]:
    """The files meant by formats (``docx``) and by names (``to-trinh.docx``, ``to-trinh``); all of them for none.

    ``pdf`` means every Word file as PDF, ``to-trinh.pdf`` one of them. Raises UsageError for an unknown word.
    """
    if not asked:
        return list(FILES)
    names = dict.fromkeys(name for word in asked for name in _meant(word.strip().lower()))
    return [name for name in (*FILES, *(f"{word}.pdf" for word in WORD_FILES)) if name in names]


def _meant(word: str) -> list[str]:
    if word == "pdf":
        return [f"{name}.pdf" for name in WORD_FILES]
    found = [name for name, kind in FILES.items() if word in (kind, name, name.removesuffix(".docx"))]
    found += [word] if word.endswith(".pdf") and word.removesuffix(".pdf") in WORD_FILES else []
    if not found:
        import difflib

        known = [*FORMATS, "pdf", *FILES]
        close = difflib.get_close_matches(word, known, n=1)
        near_vi = f" Có phải “{close[0]}”?" if close else ""
        near_en = f" Did you mean “{close[0]}”?" if close else ""
        raise UsageError(
            f"Không có định dạng hay tệp “{word}”.{near_vi}",
            f"There is no format or file “{word}”.{near_en}",
            hint_vi=f"Chọn trong: {', '.join(known)}.",
            hint_en=f"Choose from: {', '.join(known)}.",
        )
    return found


def render(result: Result, names: Sequence[str], *, templates: Path | None = None) -> dict[str, bytes]:
    """The bytes of some files.

    Raises TemplateError where an office's template cannot be filled, and OutputError where a PDF is asked for and
    LibreOffice is not installed.
    """
    files: dict[str, bytes] = {}
    word_names = [name.rsplit(".", 1)[0] for name in names if name.endswith((".docx", ".pdf"))]
    documents = _word(result, list(dict.fromkeys(word_names)), templates) if word_names else {}
    for name in names:
        if name.endswith(".json"):
            files[name] = result.to_json()
        elif name.endswith(".html"):
            from thidua_cli.reports.html import render_html

            files[name] = render_html(result)
        elif name.endswith(".xlsx"):
            from thidua_cli.reports.excel import render_xlsx

            files[name] = render_xlsx(result)
        elif name.endswith(".docx"):
            files[name] = documents[name]
    pdf = [name for name in names if name.endswith(".pdf")]
    return files | (_pdf({name: documents[name.replace(".pdf", ".docx")] for name in pdf}) if pdf else {})


def _word(result: Result, documents: Sequence[str], templates: Path | None) -> dict[str, bytes]:
    from thidua_cli.reports.word.render import render_all, render_docx

    if len(documents) == 1:
        return {f"{documents[0]}.docx": render_docx(result, documents[0], templates=templates)}
    return render_all(result, templates=templates)


def _pdf(files: dict[str, bytes]) -> dict[str, bytes]:
    """Word files as PDF, by the PDF's name: converted beside nobody's files, in a folder that goes away."""
    import tempfile

    from thidua_cli.reports.word.pdf import to_pdf

    with tempfile.TemporaryDirectory(prefix="thidua-") as folder:
        sources = []
        for name, data in files.items():
            sources.append(Path(folder) / name.replace(".pdf", ".docx"))
            sources[-1].write_bytes(data)
        return {path.name: path.read_bytes() for path in to_pdf(sources, Path(folder))}
