"""The Word documents, once: every list of them is made from this one."""

from __future__ import annotations

from collections.abc import Mapping

DOCUMENTS: Mapping[str, str] = {
    "to-trinh": "Tờ trình đề nghị khen thưởng",
    "danh-sach": "Danh sách đề nghị khen thưởng",
    "quyet-dinh": "Dự thảo quyết định khen thưởng",
    "bien-ban": "Biên bản họp xét khen thưởng",
    "bao-cao": "Báo cáo kết quả phong trào thi đua",
    "nhan-rong": "Danh mục đề xuất nhân rộng",
}
"""File name without its ending, and the title that the file carries in its properties."""
