"""Writes the six Word templates into the package: ``python -m tools.make_templates`` from the repository's root."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tools.word_templates import meeting_documents, proposal_documents
from tools.word_templates.package import package

TARGET = Path(__file__).resolve().parent.parent / "src" / "thidua_cli" / "reports" / "templates"


def build() -> Mapping[str, bytes]:
    """The templates by document id."""
    return {
        "to-trinh": package("Tờ trình đề nghị khen thưởng", proposal_documents.proposal()),
        "danh-sach": package("Danh sách đề nghị khen thưởng", proposal_documents.award_list()),
        "quyet-dinh": package("Dự thảo quyết định khen thưởng", proposal_documents.decision()),
        "bien-ban": package("Biên bản họp xét khen thưởng", meeting_documents.minutes()),
        "bao-cao": package("Báo cáo kết quả phong trào thi đua", meeting_documents.report()),
        "nhan-rong": package("Danh mục đề xuất nhân rộng", proposal_documents.rollout()),
    }


def main() -> None:
    """Write every template; the same bytes every time."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for document, content in build().items():
        (TARGET / f"{document}.docx").write_bytes(content)


if __name__ == "__main__":
    main()
