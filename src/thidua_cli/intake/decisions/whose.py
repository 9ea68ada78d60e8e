"""Whose figures a table holds: its unit column, else its group rows, else a title line, else the name of sheet or file.

An addressee is never the unit, and the office that issues a list is it only where no column holds names of units
(contract, section 2.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.rows import RowKinds
from thidua_cli.intake.layout import row_words
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.headers import is_note, is_ordinal, is_personal
from thidua_cli.intake.layout.name_words import name_left, stem
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.titles import Title
from thidua_cli.intake.layout.unit_words import SUPERIOR, looks_like_unit, unit_within
from thidua_cli.intake.layout.words import header_words, one_line
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import Column, cell_name
from thidua_cli.intake.tables import Kind
from thidua_cli.text.vietnamese import clean, fold

GROUPED = frozenset({Kind.DOSSIERS, Kind.STATISTICS, Kind.TASKS, Kind.INITIATIVES, Kind.INDIVIDUALS})
"""Kinds whose unit may stand outside a column of its own."""
_NO_UNIT = re.compile(r"don vi (?:tinh|nhan bao cao|nhan|gui)\b.*")
_UNIT_LABEL = re.compile(
    r"(?:ten )?(?:don vi|co quan|co quan don vi)(?: bao cao| thuc hien| giai quyet| gui bao cao| lap| gui)?"
)
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia.*|doc lap tu do hanh phuc.*")
_SAYS_UNIT = re.compile(r"\b(?:don vi|co quan|noi cong tac|cong tac|phong ban)\b")
_BETWEEN = re.compile(r"[,;()\n]| [-–—] ")


@dataclass(frozen=True, slots=True)
class SaidUnit:
    """Where the unit of each row stands: one for all (``name``), or a column made of group rows or of parts of cells.

    ``unknown`` is the column that holds units' names and is not known to be the unit's; the table is then not used.
    """

    name: str | None = None
    cell: str = ""
    column: Column | None = None
    reading: Reading | None = None
    unknown: int | None = None

    @property
    def said(self) -> bool:
        """Whether anything outside the table's own columns says the unit."""
        return self.name is not None or self.column is not None


def unit_of(grid: Grid, found: Recognition, kinds: RowKinds, titles: Sequence[Title], file: str) -> SaidUnit:
    """The unit of a table that has no column of units."""
    if "unit" in found.fields or found.kind not in GROUPED:
        return SaidUnit()
    grouped = _from_groups(grid, found, kinds)
    if grouped is not None:
        return SaidUnit(column=grouped, reading=Reading("unit_groups", params={"count": str(len(kinds.groups))}))
    outside = outside_unit(titles, grid.sheet.name, file)
    holding = _holding(grid, found, kinds, outside.name)
    if holding is None:
        return outside
    column, made = holding
    head = " > ".join(found.block.paths[column])
    if made is not None:
        cell = cell_name(found.block.last, column)
        return SaidUnit(column=made, reading=Reading("unit_within_cells", head, cell=cell))
    return SaidUnit(unknown=column, reading=Reading("unit_column_unknown", "", (head,)))


def unknown_column(grid: Grid, found: Recognition, column: int, file: str) -> Finding:
    """The finding about a column of units under a head that does not say so."""
    head = " > ".join(found.block.paths[column])
    return Finding("unit_column_unknown", {"head": head}, file, grid.sheet.name, cell_name(found.block.last, column))


def _from_groups(grid: Grid, found: Recognition, kinds: RowKinds) -> Column | None:
    """The unit of each row from the group row above it ("I. UBND phường An Lộc"); None where no group row names one.

    A group row that names several units, or none, ends the one before: its rows are nobody's until they are named.
    """
    if not len(kinds.groups) or not len(kinds.data):
        return None
    labels = [_label(grid, found, int(row)) for row in kinds.groups]
    named = [looks_like_unit(text) for text, _ in labels]
    if not any(named) or int(kinds.groups[0]) > int(kinds.data[0]):
        return None
    values: list[str] = []
    at_group = np.full(len(labels), -1, dtype=np.int32)
    for position, ((text, _), unit) in enumerate(zip(labels, named, strict=True)):
        if unit or row_words.is_group(text) or position == 0:
            values.append(text.strip(" .:"))
        at_group[position] = len(values) - 1
    codes = at_group[np.searchsorted(kinds.groups, kinds.data) - 1]
    return Column(labels[0][1], codes, values)


def _label(grid: Grid, found: Recognition, row: int) -> tuple[str, int]:
    """The words of a group row without its number, and their column."""
    for column in found.block.columns:
        text = one_line(grid.text(row, column))
        if text and not row_words.is_group_number(text):
            return row_words.without_number(text).strip(" .:"), column
    return "", found.block.columns[0]


def outside_unit(titles: Sequence[Title], sheet: str, file: str) -> SaidUnit:
    """The unit that title lines, the sheet's, the file's or a folder's name say."""
    for title in titles:
        if named := _labelled(title):
            return _said("unit_label", named, title.cell)
    own = [title for title in titles if not _MOTTO.fullmatch(fold(title.text))]
    for title in reversed(own):
        if not looks_like_unit(title.text) and (inside := unit_within(title.text)):
            return _said("unit_heading", inside, title.cell)
    return _by_itself(own, sheet) or _by_names(sheet, file)


def _by_itself(own: Sequence[Title], sheet: str) -> SaidUnit | None:
    """The unit that stands by itself: below the heading, as the sheet's name, or at the top as the issuing office."""
    bare = [(place, title) for place, title in enumerate(own) if looks_like_unit(title.text)]
    for place, title in reversed(bare):
        if any(not _at_top(before) for before in own[:place]):
            return _said("unit_line", title.text, title.cell)
    if looks_like_unit(rest := name_left(sheet)):
        return _said("unit_sheet", rest, "")
    if bare:
        return _said("unit_issuer", bare[-1][1].text, bare[-1][1].cell)
    return None


def _by_names(sheet: str, file: str) -> SaidUnit:
    """The unit that is left of a sheet's or file's name, or that a folder is called after."""
    for rule, name in (("unit_sheet", sheet), ("unit_file", stem(file))):
        if rest := name_left(name):
            return _said(rule, rest, "")
    folders: Iterable[str] = file.replace("\\", "/").split("/")[-2::-1]
    named_folder = next((one_line(clean(name)) for name in folders if looks_like_unit(name)), "")
    return _said("unit_file", named_folder, "") if named_folder else SaidUnit()


def _at_top(title: Title) -> bool:
    """Whether a line belongs to the head of a letter, where the issuing office stands."""
    return looks_like_unit(title.text) or bool(SUPERIOR.fullmatch(fold(title.text)))


def _said(rule: str, name: str, cell: str) -> SaidUnit:
    return SaidUnit(name, cell, reading=Reading(rule, name, cell=cell))


def _labelled(title: Title) -> str:
    """X of a line "Đơn vị báo cáo: X" (or X in the next cell)."""
    label, colon, rest = title.text.lstrip("-–+ ").partition(":")
    if not colon or _NO_UNIT.fullmatch(fold(label)) or not _UNIT_LABEL.fullmatch(fold(label)):
        return ""
    named = rest.strip(" .…_-") or title.beside.strip(" .…_-")
    return "" if SUPERIOR.fullmatch(fold(named)) or ":" in named else named


def _holding(grid: Grid, found: Recognition, kinds: RowKinds, outside: str | None) -> tuple[int, Column | None] | None:
    """A column that holds names of units although no head says that it is the unit's; None where there is none.

    Where the head speaks of units ("Tác giả, đơn vị công tác") or the column is the persons' own, and every cell names
    one, the units are taken out of the cells: the column comes with it.
    """
    known = {column: name for name, column in found.fields.items()}
    for column in found.block.columns:
        words = header_words(found.block.paths[column][-1])
        if is_ordinal(words) or is_note(words) or (is_personal(words) and column not in known):
            continue
        if column in known and known[column] not in ("author", "name", "position", "officer"):
            continue
        source = grid.sheet.columns[column]
        codes = source.codes[kinds.data]
        used = np.unique(codes[codes >= 0])[:2000]
        texts = [source.values[int(code)] for code in used]
        units = [_unit_in(str(text)) if isinstance(text, str) else "" for text in texts]
        if not any(units) or sum(map(bool, units)) * 2 < len(units):
            continue
        if outside is not None and all(
            not unit or fold(unit) in fold(outside) or fold(outside) in fold(unit) for unit in units
        ):
            continue
        speaks = column in known or bool(_SAYS_UNIT.search(words))
        embedded = any(fold(unit) != fold(str(text)) for unit, text in zip(units, texts, strict=True) if unit)
        if speaks and embedded and all(units):
            lookup = dict(zip(used.tolist(), range(len(used)), strict=True))
            made = np.array([lookup.get(int(code), -1) for code in codes], dtype=np.int32)
            return column, Column(column, made, units)
        if column not in known:
            return column, None
    return None


def _unit_in(text: str) -> str:
    """The unit that a cell names, whole or as a part of it."""
    if looks_like_unit(one_line(text)):
        return one_line(text)
    return next((part for piece in _BETWEEN.split(text) if looks_like_unit(part := one_line(piece))), "")
