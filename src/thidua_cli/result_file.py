"""``result.json`` read back from disk, with messages for what is no result."""

from __future__ import annotations

from pathlib import Path

import msgspec

from thidua_cli.errors import DataError
from thidua_cli.result import SCHEMA, Result


def from_json(data: bytes, name: str) -> Result:
    """Read a result back. ``name`` is the file's name for messages; raises DataError if it is not a result."""
    try:
        result = msgspec.json.decode(data, type=Result)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(
            f"{name}: không phải tệp kết quả của thidua ({error}).",
            f"{name}: not a result of thidua ({error}).",
            hint_vi="Chọn tệp result.json trong thư mục kết quả.",
            hint_en="Choose the file result.json in the results folder.",
        ) from error
    if result.schema != SCHEMA:
        raise DataError(
            f"{name}: kết quả thuộc định dạng {result.schema}, bản này đọc {SCHEMA}.",
            f"{name}: the result has the format {result.schema}, this version reads {SCHEMA}.",
            hint_vi="Chạy lại thidua score để có kết quả mới.",
            hint_en="Run thidua score again.",
        )
    return result


def load(path: Path) -> Result:
    """Read ``result.json`` from disk; raises DataError if it cannot be read or is not a result."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError(
            f"{path.name}: không mở được tệp ({error.strerror}).",
            f"{path.name}: cannot be opened ({error.strerror}).",
            hint_vi="Kiểm tra đường dẫn tới tệp result.json.",
            hint_en="Check the path to result.json.",
        ) from error
    return from_json(data, path.name)
