"""What is said when files cannot be written."""

from __future__ import annotations

from pathlib import Path

from thidua_cli.errors import OutputError, UsageError


def cannot_write(path: Path, error: OSError) -> OutputError:
    """The file or folder in the way, the reason, and that nothing was changed."""
    reason = error.strerror or type(error).__name__
    return OutputError(
        f"Không ghi được vào {path}: {reason}. Kết quả cũ (nếu có) còn nguyên.",
        f"Cannot write to {path}: {reason}. Earlier results, if any, stand whole.",
        hint_vi="Đóng tệp nếu đang mở trong Word, Excel; kiểm tra quyền ghi và dung lượng đĩa; hoặc chọn --out khác.",
        hint_en="Close it if Word or Excel has it open, check permissions and disk space, or choose another --out.",
    )


def half_done(path: Path, error: OSError) -> OutputError:
    """A file in the way of putting the old files back, or of ending what a killed run began: the next run does it."""
    reason = error.strerror or type(error).__name__
    return OutputError(
        f"Không ghi được vào {path}: {reason}. Một lần ghi dở dang chưa kết thúc được; lần chạy sau sẽ làm nốt.",
        f"Cannot write to {path}: {reason}. A writing that was broken off is not ended; the next run ends it.",
        hint_vi="Đóng mọi tệp trong thư mục ấy đang mở trong Word, Excel rồi chạy lại.",
        hint_en="Close every file of that folder that Word or Excel has open and run again.",
    )


def busy(folder: Path) -> OutputError:
    """Another run is writing into the same folder."""
    return OutputError(
        f"Một lần chạy khác của thidua đang ghi vào {folder}.",
        f"Another run of thidua is writing into {folder}.",
        hint_vi="Đợi lần chạy ấy xong rồi chạy lại, hoặc chọn --out khác.",
        hint_en="Wait until it is done and run again, or choose another --out.",
    )


def is_an_input(name: str, target: Path) -> UsageError:
    """A file that would be written is one that is read."""
    return UsageError(
        f"{name} là tệp đầu vào, trùng với tệp kết quả sẽ ghi ({target}): không ghi đè, chưa tệp nào được ghi.",
        f"{name} is an input and the same file as an output ({target}): nothing is written.",
        hint_vi="Chọn thư mục hay tên khác cho kết quả (--out, --fix-list, --save-mapping), hoặc đổi tên tệp đầu vào.",
        hint_en="Choose another output (--out, --fix-list, --save-mapping), or rename the input.",
    )
