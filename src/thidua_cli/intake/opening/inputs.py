"""``DATA...`` on the command line to a sorted list of files with display names."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from thidua_cli.errors import DataError, UnreadableFileError, UsageError
from thidua_cli.findings import Finding

TABLE_SUFFIXES = frozenset(
    ".xlsx .xlsm .xltx .xltm .xlsb .xls .xlt .et .ods .fods .csv .tsv .tab .txt .html .htm .mht .mhtml .xml".split()
)
"""Endings of files that a folder is searched for."""

_DOUBTFUL = frozenset(".txt .tab .xml .html .htm .mht .mhtml".split())
"""Endings that prose and pages have as well: in a folder these are looked into before they count as tables."""

_PASSING = frozenset(".tmp .bak .part .crdownload .download .swp .lock".split())
_LOOK = 1 << 20
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
    """Links to folders are not followed (they may form a circle); links to files are.

    A folder of results, which ``score`` may have put there before, is no data either.
    """
    for where, folders, files in os.walk(folder):
        if _holds_results(Path(where), files):
            findings.append(Finding("not_a_table_file", file=_nfc(_shown(Path(where), folder) + "/")))
            folders.clear()
            continue
        folders[:] = sorted(f for f in folders if not _ignored(f))
        for name in sorted(files):
            path = Path(where) / name
            shown = PurePosixPath(_shown(path, folder))
            if _ignored(name) or path.suffix.lower() in _PASSING:
                continue
            suffix = path.suffix.lower()
            if suffix in TABLE_SUFFIXES and not (suffix in _DOUBTFUL and not _may_hold_table(path)):
                found.setdefault(_real(path), (shown, PurePosixPath(_real(folder).name)))
            else:
                findings.append(Finding("not_a_table_file", file=_nfc(str(shown))))


def _shown(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _holds_results(folder: Path, files: list[str]) -> bool:
    if "result.json" not in files:
        return False
    try:
        with (folder / "result.json").open("rb") as stream:
            return b'"thidua-result/' in stream.read(200)
    except OSError:
        return False


def _may_hold_table(path: Path) -> bool:
    """Whether the beginning of a text or page looks like a table; a file that cannot be read is not judged here."""
    from thidua_cli.intake.opening.delimited import is_delimited
    from thidua_cli.intake.opening.html import has_table
    from thidua_cli.intake.opening.sniffing import Format, sniff

    try:
        with path.open("rb") as stream:
            head = stream.read(_LOOK)
        kind = sniff(path.name, head)
    except OSError:
        return True
    except UnreadableFileError:
        return False
    if kind is Format.DELIMITED:
        return is_delimited(head)
    return kind not in (Format.HTML, Format.MHTML) or len(head) == _LOOK or has_table(head)


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
