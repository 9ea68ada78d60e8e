"""The Word documents, once: every list of them is made from this one, and the templates that they are filled from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from thidua_cli.errors import TemplateError, system_reason
from thidua_cli.text.language import t

DOCUMENTS: Mapping[str, str] = {
    "to-trinh": "Tờ trình đề nghị khen thưởng",
    "danh-sach": "Danh sách đề nghị khen thưởng",
    "quyet-dinh": "Dự thảo quyết định khen thưởng",
    "bien-ban": "Biên bản họp xét khen thưởng",
    "bao-cao": "Báo cáo kết quả phong trào thi đua",
    "nhan-rong": "Danh mục đề xuất nhân rộng",
}
"""File name without its ending, and the title that the file carries in its properties."""
LETTER = "nhac-nop"
"""What ``remind`` writes."""
TEMPLATED: Mapping[str, str] = {**DOCUMENTS, LETTER: "Công văn đề nghị bổ sung số liệu"}
"""Everything that is filled from a template, the letter of reminders among it."""


def template_files(folder: Path) -> list[str]:
    """The names of the Word files in a folder of templates. Raises TemplateError where it cannot be listed."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".docx"))  # noqa: PTH208 - names alone
    except NotADirectoryError as error:
        raise TemplateError(
            t("{folder} is a file; the Word templates are looked for in a folder of that name.", folder=folder),
            hint=t("Give the file another name, or name the folder of templates with --templates."),
        ) from error
    except OSError as error:
        raise TemplateError(
            t(
                "The folder of templates {folder} cannot be opened: {reason}.",
                folder=folder,
                reason=system_reason(error),
            ),
            hint=t("Ask for the right to read it, or name another folder of templates with --templates."),
        ) from error
