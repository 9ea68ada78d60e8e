"""Body of the letter of reminders (công văn): a list for all, and a page for each unit, to be sent to it alone."""

from __future__ import annotations

from tools.word_templates.blocks import (
    OPEN_DATE,
    addressed,
    body,
    closing,
    intro,
    loop_table,
    office_head,
    signature,
)
from tools.word_templates.markup import TEXT_PORTRAIT, columns, control, para, section

_DAY = "ngày\u00a0…… tháng\u00a0…… năm\u00a0…………"
"""Left blank; no word of it stands apart from its dots."""


def letter() -> str:
    """The letter, and after it the units one by one."""
    return (
        office_head("/{{ ky_hieu_phong }}-TĐKT", "V/v bổ sung số liệu xét khen thưởng năm {{ nam }}")
        + addressed()
        + body(
            "Để có căn cứ xét, đề nghị khen thưởng {{ phong_trao }}, {{ phong }} đã tổng hợp số liệu đến hết ngày "
            "{{ ngay_chot }}. Còn {{ so_don_vi_thieu }} trong {{ so_don_vi }} đơn vị phải bổ sung hoặc sửa số liệu."
        )
        + intro(
            "{{ phong }} đề nghị các đơn vị bổ sung, sửa theo danh sách dưới đây và trang riêng của từng đơn vị kèm "
            f"theo, gửi về {{{{ phong }}}} trước {_DAY}. Đơn vị thực sự không phát sinh thì ghi “Không có”."
        )
        + loop_table(
            columns(TEXT_PORTRAIT, 12, 42, 18, 0),
            ["STT", "Đơn vị", "Số nội dung", "Nội dung cần bổ sung"],
            "dv in don_vi_thieu",
            [
                ("BangGiua", "{{ dv.stt }}"),
                ("BangChu", "{{ dv.ten }}"),
                ("BangGiua", "{{ dv.so_noi_dung }}"),
                ("BangChu", "{{ dv.noi_dung }}"),
            ],
            caption="Các đơn vị còn phải bổ sung, sửa số liệu",
        )
        + para("SauBang")
        + closing("{{ phong }} đề nghị thủ trưởng các cơ quan, đơn vị quan tâm thực hiện./.")
        + signature()
        + control("for dv in don_vi_thieu")
        + _unit()
        + control("endfor")
        + section(first_hidden=True, last=True)
    )


def _unit() -> str:
    """The page of one unit, ``dv``."""
    return (
        para("TenPhuLuc", "NỘI DUNG CẦN BỔ SUNG", properties="<w:pageBreakBefore/>")
        + para("TenPhuLuc", "{{ dv.ten }}")
        + para("KemTheo", "(Kèm theo Công văn số        /{{ ky_hieu_phong }}-TĐKT " + OPEN_DATE.rstrip() + " …………)")
        + loop_table(
            columns(TEXT_PORTRAIT, 12, 0, 20, 62),
            ["STT", "Nội dung cần bổ sung", "Tiêu chí", "Tình trạng"],
            "m in dv.muc",
            [
                ("BangGiua", "{{ m.stt }}"),
                ("BangChu", "{{ m.noi_dung }}"),
                ("BangGiua", "{{ m.tieu_chi }}"),
                ("BangChu", "{{ m.tinh_trang }}"),
            ],
            caption="Nội dung đơn vị cần bổ sung, sửa",
        )
        + para("SauBang")
        + body("Người lập: ………………………………     Ngày nộp: ……/……/…………")
    )
