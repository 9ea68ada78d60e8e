"""``DATA...`` on the command line to a sorted list of files with display names."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from thidua_cli.errors import DataError, UsageError
from thidua_cli.findings import Finding

TABLE_SUFFIXES = frozenset(
    ".xlsx .xlsm .xltx .xltm .xlsb .xls .xlt .et .ods .fods .csv .tsv .tab .txt .html .htm .mht .mhtml .xml".split()
)
"""Endings of files that a folder is searched for."""

_PASSING = frozenset(".tmp .bak .part .crdownload .download .swp .lock".split())
_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class InputPath:
    """One file to read. ``name`` is what messages and results call it: never an absolute path, always unique."""

    path: Path
    name: str


def list_inputs(paths: Sequence[Path]) -> tuple[list[InputPath], list[Finding]]:
    """The files that ``DATA...`` means, sorted by display name, and a finding for each other file in a folder.

    Folders are walked recursively for table files; hidden, temporary and lock files (``~$...``) are passed over in
    silence. The same file given twice is read once. Raises :class:`UsageError` for a path that does not exist and
    :class:`DataError` where nothing is left to read.
    """
    found: dict[Path, tuple[PurePosixPath, PurePosixPath]] = {}
    findings: list[Finding] = []
    for path in paths:
        if path.is_dir():
            _walk(path, found, findings)
        elif path.exists():
            found.setdefault(_real(path), (PurePosixPath(path.name), _parent_of(path)))
        else:
            raise UsageError(
                f"Không có tệp hoặc thư mục “{path}”.",
                f"There is no file or folder “{path}”.",
                hint_vi="Kiểm tra lại đường dẫn; nếu tên có khoảng trắng, đặt trong dấu ngoặc kép.",
                hint_en="Check the path; put names with spaces in quotes.",
            )
    if not found:
        raise DataError(
            "Không tìm thấy tệp số liệu nào.",
            "No table file was found.",
            hint_vi="Đưa vào tệp .xlsx, .xls, .ods, .csv hoặc thư mục chứa các tệp đó.",
            hint_en="Give .xlsx, .xls, .ods or .csv files, or a folder that holds some.",
        )
    named = [InputPath(path, name) for path, name in _unique(found).items()]
    return sorted(named, key=lambda i: (i.name, str(i.path))), sorted(findings, key=Finding.sort_key)


def is_table_name(name: str) -> bool:
    """Whether a folder's search takes a file of this name for a table file."""
    path = PurePosixPath(name)
    return not _ignored(path.name) and path.suffix.lower() in TABLE_SUFFIXES


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _parent_of(path: Path) -> PurePosixPath:
    return PurePosixPath(_real(path).parent.name)


def _walk(folder: Path, found: dict[Path, tuple[PurePosixPath, PurePosixPath]], findings: list[Finding]) -> None:
    """Links to folders are not followed (they may form a circle); links to files are."""
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not _ignored(f))
        for name in sorted(files):
            path = Path(where) / name
            shown = PurePosixPath(path.relative_to(folder).as_posix())
            if _ignored(name) or path.suffix.lower() in _PASSING:
                continue
            if path.suffix.lower() in TABLE_SUFFIXES:
                found.setdefault(_real(path), (shown, PurePosixPath(_real(folder).name)))
            else:
                findings.append(Finding("not_a_table_file", file=_nfc(str(shown))))


def _ignored(name: str) -> bool:
    return name.startswith((".", "~$", "~")) or name.endswith("~") or name.lower() in _SYSTEM or name == "__MACOSX"


def _nfc(text: str) -> str:
    """Display text: NFC, and without the surrogates that stand for undecodable bytes of a file name."""
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))


def _unique(found: dict[Path, tuple[PurePosixPath, PurePosixPath]]) -> dict[Path, str]:
    """Display names; where two collide, those get the name of the folder they came from, then a number."""
    names = {path: _nfc(str(shown)) for path, (shown, _) in found.items()}
    clashing = _repeated(names)
    for path, (shown, parent) in found.items():
        if names[path] in clashing:
            names[path] = _nfc(str(parent / shown))
    clashing = _repeated(names)
    seen: dict[str, int] = {}
    for path in sorted(names, key=str):
        name = names[path]
        if name in clashing:
            seen[name] = seen.get(name, 0) + 1
            names[path] = f"{name} ({seen[name]})"
    return names


def _repeated(names: dict[Path, str]) -> frozenset[str]:
    values = list(names.values())
    return frozenset(name for name in values if values.count(name) > 1)
