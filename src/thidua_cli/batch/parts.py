"""What the parts of a batch are: each sub-folder, and each workbook that stands beside them.

A folder may be a local one or any address that fsspec reads (``s3://…``, ``memory://…``), which workers then fetch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from thidua_cli.errors import DataError, UsageError
from thidua_cli.intake.opening import is_table_name


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name, and its files as (path within the part, path or address)."""

    name: str
    files: tuple[tuple[str, str], ...]

    @property
    def is_workbook(self) -> bool:
        """Whether the part is a single file beside the folders."""
        return len(self.files) == 1 and "/" not in self.files[0][0]


def is_address(folder: str) -> bool:
    """Whether a folder is an address for fsspec and not a path (``C:\\`` is a path)."""
    return "://" in folder


def find_parts(folder: str) -> list[Part]:
    """The parts of a batch, in the order of their names. Raises UsageError or DataError where there is nothing."""
    files = _remote(folder) if is_address(folder) else _local(Path(folder))
    groups: dict[str, list[tuple[str, str]]] = {}
    for inside, address in sorted(files):
        head, _, rest = inside.partition("/")
        groups.setdefault(head, []).append((rest or head, address))
    parts = [Part(_name(head, members), tuple(members)) for head, members in groups.items()]
    if not parts:
        raise DataError(
            f"{folder}: không có tệp bảng nào.",
            f"{folder}: no table files.",
            hint_vi="Mỗi thư mục con, hoặc mỗi tệp Excel, là số liệu của một địa phương hay một đơn vị.",
            hint_en="Each sub-folder, or each workbook, is one locality's or one unit's data.",
        )
    return _told_apart(parts)


def _name(head: str, members: Sequence[tuple[str, str]]) -> str:
    alone = len(members) == 1 and members[0][0] == head
    return PurePosixPath(head).stem if alone else head


def _told_apart(parts: Sequence[Part]) -> list[Part]:
    """A folder and a workbook, or two workbooks, of one name get different names for their results."""
    taken: set[str] = set()
    named = []
    for part in parts:
        name, number = part.name, 2
        while name.casefold() in taken:
            name, number = f"{part.name} ({number})", number + 1
        taken.add(name.casefold())
        named.append(Part(name, part.files))
    return named


def _wanted(inside: str) -> bool:
    names = PurePosixPath(inside).parts
    return not any(name.startswith((".", "~$", "~")) for name in names) and is_table_name(names[-1])


def _local(folder: Path) -> list[tuple[str, str]]:
    if not folder.is_dir():
        raise UsageError(
            f"{folder}: không phải thư mục.",
            f"{folder}: not a folder.",
            hint_vi="Chọn thư mục chứa các thư mục con hoặc tệp Excel của từng địa phương, đơn vị.",
            hint_en="Choose the folder that holds each locality's or unit's sub-folder or workbook.",
        )
    found: Iterable[Path] = (path for path in folder.rglob("*") if path.is_file())
    pairs = ((path.relative_to(folder).as_posix(), str(path)) for path in found)
    return [(inside, address) for inside, address in pairs if _wanted(inside)]


def _remote(address: str) -> list[tuple[str, str]]:
    try:
        import fsspec
    except ImportError as error:
        raise UsageError(
            f"{address}: cần cài thêm gói thidua-cli[cluster] để đọc địa chỉ này.",
            f"{address}: install thidua-cli[cluster] to read from such an address.",
        ) from error
    try:
        system, root = fsspec.core.url_to_fs(address)
        paths = system.find(root)
    except (OSError, ValueError, ImportError) as error:
        raise DataError(f"{address}: không đọc được ({error}).", f"{address}: cannot be read ({error}).") from error
    base = root.rstrip("/") + "/"
    pairs = ((path.removeprefix(base), system.unstrip_protocol(path)) for path in paths)
    return [(inside, where) for inside, where in pairs if _wanted(inside)]
