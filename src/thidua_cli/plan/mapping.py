"""A mapping file: words of a local system taught beside the plan (``check --save-mapping`` writes one to fill in).

It has the plan's own ``vocabulary`` section and nothing else, is read with the same care, and any command takes it with
``--mapping``: next year's plan stays as it was issued while an office's spellings live in a file of their own.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from thidua_cli.marks import MAPPING_LINE
from thidua_cli.plan import model
from thidua_cli.plan.building import build_vocabulary
from thidua_cli.plan.checks_words import check_vocabulary
from thidua_cli.plan.declaration import MAPPING
from thidua_cli.plan.loading import decode_plan, read_mapping_bytes
from thidua_cli.plan.nodes import parse
from thidua_cli.plan.problems import Problems
from thidua_cli.plan.shapes import Reading
from thidua_cli.text.glossary import words


def with_mapping(plan: model.Plan, path: Path) -> model.Plan:
    """The plan with a mapping file's words added; its hash then covers both files.

    Raises PlanError with file, line, column, what was expected and the nearest valid word.
    """
    return with_words(plan, read_mapping_bytes(path), path.name)


def joint_hash(plan: str, mapping: bytes) -> str:
    """What names a plan together with a mapping file: the plan's sha256 and the file's bytes make it."""
    return hashlib.sha256(f"{plan}\n{hashlib.sha256(mapping).hexdigest()}".encode()).hexdigest()


def with_words(plan: model.Plan, data: bytes, name: str) -> model.Plan:
    """The same from the bytes of a mapping file and its name."""
    text = decode_plan(data, name)
    reading = Reading(Problems(name))
    raw = MAPPING.read(parse(text, reading.problems), (), reading) or {}
    groups = [{"id": group.id, "name": group.name} for group in plan.groups]
    check_vocabulary({**raw, "groups": groups}, reading)
    reading.problems.raise_if_any()
    added = build_vocabulary(raw.get("vocabulary", {}), plan.groups)
    joint = joint_hash(plan.sha256, data)
    return dataclasses.replace(plan, vocabulary=_joined(plan.vocabulary, added), sha256=joint)


def _joined(left: model.Vocabulary, right: model.Vocabulary) -> model.Vocabulary:
    known = {unit.name: unit for unit in left.units}
    for unit in right.units:
        before = known.get(unit.name)
        known[unit.name] = (
            unit if before is None else dataclasses.replace(before, aliases=(*before.aliases, *unit.aliases))
        )
    return model.Vocabulary(
        headers=_lists(left.headers, right.headers),
        statuses=_lists(left.statuses, right.statuses),
        units=tuple(known.values()),
        systems={**left.systems, **right.systems},
    )


def _lists(left: Mapping[str, Sequence[str]], right: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {name: (*left.get(name, ()), *right.get(name, ())) for name in {**left, **right}}


@dataclasses.dataclass(frozen=True, slots=True)
class Unknown:
    """A word that was not understood: the word, where or how often, and what it may be (for a hint only)."""

    word: str
    where: str
    nearest: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class UnknownSheet:
    """A header that was not enough: where it stands, its words that mean nothing yet, and the fields that it lacks."""

    where: str
    heads: Sequence[str]
    fields: Sequence[str]


def mapping_text(sheets: Iterable[UnknownSheet], statuses: Iterable[Unknown], units: Iterable[Unknown]) -> str:
    """A mapping file to fill in: every unknown word as a comment, nothing decided by likeness."""
    lines = [
        MAPPING_LINE,
        "# Từ vựng của cơ quan, dùng với --mapping. Điền rồi bỏ dấu # ở đầu dòng cần dùng; không có gì được tự chọn.",
        "vocabulary:",
        "  # Tiêu đề cột: “loại bảng.trường: [tiêu đề]”, ví dụ  dossiers.due: [Ngày hẹn dân]",
        "  headers:",
        *(line for sheet in sheets for line in _sheet_lines(sheet)),
        "  # Trạng thái: đưa từng chữ vào một nhóm",
        "  statuses:",
        *(f"    # chưa biết: {_quoted(u.word)} ({u.where})" for u in statuses),
        *(f"    {name}: []  # {said}" for name, said in words("status").items()),
        "  # Đơn vị: chỉ bỏ dấu # khi chắc chắn đúng đơn vị",
        "  units:",
        *(
            f"    # - {{name: {_quoted(u.nearest or 'TÊN ĐƠN VỊ')}, aliases: [{_quoted(u.word)}]}}  # {u.where}"
            for u in units
        ),
        "  # Tệp thuộc hệ thống nào, ví dụ  “so-tay-*.xlsx”: logbook",
        "  systems: {}",
    ]
    return "\n".join(lines) + "\n"


def _sheet_lines(sheet: UnknownSheet) -> list[str]:
    heads = ", ".join(_quoted(head) for head in sheet.heads)
    given = f"[{heads}]" if len(sheet.heads) == 1 else "[]  # ghi tiêu đề đúng trong các tiêu đề trên"
    where = "".join(c if c.isprintable() else " " for c in sheet.where)
    return [f"    # {where}, tiêu đề chưa biết: {heads}", *(f"    # {field}: {given}" for field in sheet.fields)]


def _quoted(text: str) -> str:
    """A YAML scalar in double quotes."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
