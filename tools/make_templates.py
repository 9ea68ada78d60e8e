"""Writes the Word templates into the package and their guide into ``docs``.

Run from the repository's root with the package on the path: ``python -m tools.make_templates``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from thidua_cli.reports.documents import TEMPLATED
from thidua_cli.reports.word.guide import template_guide
from tools.word_templates import letter, minutes, proposal_documents, report
from tools.word_templates.package import package

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "thidua_cli" / "reports" / "templates"
GUIDE = ROOT / "docs" / "templates.md"


def build() -> Mapping[str, bytes]:
    """The templates by document id."""
    bodies = {
        "to-trinh": proposal_documents.proposal(),
        "danh-sach": proposal_documents.award_list(),
        "quyet-dinh": proposal_documents.decision(),
        "bien-ban": minutes.minutes(),
        "bao-cao": report.report(),
        "nhan-rong": proposal_documents.rollout(),
        "nhac-nop": letter.letter(),
    }
    return {document: package(TEMPLATED[document], body) for document, body in bodies.items()}


def main() -> None:
    """Write every template and the guide; the same bytes every time."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for document, content in build().items():
        (TARGET / f"{document}.docx").write_bytes(content)
    GUIDE.write_text(template_guide(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
