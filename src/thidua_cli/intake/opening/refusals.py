"""The messages for files that cannot be read: what it is, and how to get a table out of it, in both languages."""

from __future__ import annotations

from thidua_cli.errors import UnreadableFileError
from thidua_cli.text.numbers import format_int

_SAVE_AGAIN_VI = "Mở tệp bằng Excel, lưu lại thành .xlsx (Save As) rồi chạy lại."
_SAVE_AGAIN_EN = "Open the file in Excel, save it as .xlsx (Save As), run again."
_EXPORT_VI = "Chọn tệp bảng tính (.xlsx, .xls, .ods) hoặc .csv, hoặc xuất lại số liệu từ phần mềm."
_EXPORT_EN = "Choose a workbook (.xlsx, .xls, .ods) or a .csv file, or export the data again."
_LIMIT_VI = "Nếu tệp đáng tin cậy, xóa các ô thừa rồi lưu lại, hoặc nâng giới hạn đọc, ví dụ --limits 4."
_LIMIT_EN = "If the file can be trusted, delete surplus cells and save it, or raise the limits, for example --limits 4."

_PASSWORD_MENU = "File > Info > Protect Workbook > Encrypt with Password"


def _refusal(name: str, vi: str, en: str, hint_vi: str, hint_en: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"Không đọc được tệp “{name}”: {vi}",
        f"The file “{name}” cannot be read: {en}",
        hint_vi=hint_vi,
        hint_en=hint_en,
    )


def empty(name: str) -> UnreadableFileError:
    """A file of no bytes, or of white space alone."""
    return _refusal(name, "tệp trống.", "it is empty.", "Xuất lại tệp từ phần mềm.", "Export the file again.")


def folder(name: str) -> UnreadableFileError:
    """A folder where a file is expected."""
    return _refusal(name, "đây là một thư mục.", "it is a folder.", _EXPORT_VI, _EXPORT_EN)


def missing(name: str, reason: str) -> UnreadableFileError:
    """The operating system does not hand the file over."""
    return _refusal(
        name,
        f"hệ điều hành báo lỗi ({reason}).",
        f"the operating system says: {reason}.",
        "Kiểm tra quyền đọc tệp và đóng tệp nếu đang mở trong chương trình khác.",
        "Check the right to read it, and close it where another program has it open.",
    )


def not_a_table(name: str, what_vi: str, what_en: str) -> UnreadableFileError:
    """A whole file of a kind that holds no table (PDF, Word, picture, prose)."""
    return _refusal(
        name, f"đây là {what_vi}, không phải bảng số liệu.", f"it is {what_en}, not a table.", _EXPORT_VI, _EXPORT_EN
    )


def old_format(name: str, what_vi: str, what_en: str) -> UnreadableFileError:
    """A table of a program that no reader here knows; LibreOffice opens nearly all of them, Excel of today few."""
    return _refusal(
        name,
        f"đây là {what_vi}, định dạng không đọc trực tiếp được.",
        f"it is {what_en}, a format that is not read directly.",
        "Mở tệp bằng LibreOffice Calc (hoặc phần mềm đã tạo ra nó), lưu lại thành .xlsx rồi chạy lại.",
        "Open it in LibreOffice Calc (or the program that made it), save it as .xlsx, run again.",
    )


def encrypted(name: str) -> UnreadableFileError:
    """A workbook that asks for a password."""
    return _refusal(
        name,
        "tệp được bảo vệ bằng mật khẩu.",
        "it is protected by a password.",
        f"Mở bằng Excel, chọn {_PASSWORD_MENU}, xóa mật khẩu, lưu lại rồi chạy lại.",
        f"Open it in Excel, choose {_PASSWORD_MENU}, clear the password, save, run again.",
    )


def damaged(
    name: str, detail_vi: str = "tệp bị hỏng hoặc bị cắt cụt", detail_en: str = "it is damaged or cut short"
) -> UnreadableFileError:
    """A file of a known kind whose content does not hold together."""
    return _refusal(name, f"{detail_vi}.", f"{detail_en}.", _SAVE_AGAIN_VI, _SAVE_AGAIN_EN)


def too_large(name: str, what_vi: str, what_en: str) -> UnreadableFileError:
    """A file that would need more memory or time than the limits allow."""
    return _refusal(name, f"{what_vi}.", f"{what_en}.", _LIMIT_VI, _LIMIT_EN)


def not_understood(name: str, kind: str) -> UnreadableFileError:
    """A file so broken that a parser stumbled in a way nobody foresaw; ``kind`` helps whoever looks into it."""
    return damaged(
        name, f"tệp hỏng đến mức không phân tích được ({kind})", f"it is too damaged to make anything of ({kind})"
    )


def no_sheets(name: str) -> UnreadableFileError:
    """A workbook (or page) without a single table."""
    return _refusal(name, "không có bảng nào trong tệp.", "there is no table in it.", _EXPORT_VI, _EXPORT_EN)


def active_content(name: str) -> UnreadableFileError:
    """XML that declares entities or a document type: no office program writes it, and it can be used to attack."""
    return _refusal(
        name,
        "tệp XML có khai báo DOCTYPE hoặc thực thể, không an toàn nên không đọc.",
        "its XML declares a document type or entities, which is not safe to read.",
        _SAVE_AGAIN_VI,
        _SAVE_AGAIN_EN,
    )


def needs_memory(name: str) -> UnreadableFileError:
    """Reading ran out of the memory that it may have."""
    return too_large(name, "đọc tệp này cần nhiều bộ nhớ hơn giới hạn", "reading it takes more memory than the limit")


def too_slow(name: str, seconds: float) -> UnreadableFileError:
    """Reading took longer than it may."""
    return too_large(
        name, f"đọc tệp này mất hơn {seconds:.0f} giây", f"reading it takes more than {seconds:.0f} seconds"
    )


def box_too_large(name: str, rows: int, columns: int, cells: int) -> UnreadableFileError:
    """A sheet whose used box (from A1 to its last cell) is beyond the limit; two far cells are enough for that."""
    place, most = f"dòng {format_int(rows)}, cột {format_int(columns)}", format_int(cells)
    return too_large(
        name,
        f"một bảng trải đến {place}, vượt giới hạn đọc ({most} ô)",
        f"a table reaches to row {rows:,}, column {columns:,}, beyond the reading limit ({cells:,} cells)",
    )


def too_many_sheets(name: str, most: int) -> UnreadableFileError:
    """A workbook or page with more tables than anyone keeps."""
    return too_large(
        name, f"tệp có hơn {format_int(most)} trang hoặc bảng", f"it has more than {most:,} sheets or tables"
    )
