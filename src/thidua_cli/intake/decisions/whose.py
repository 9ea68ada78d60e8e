"""Whose figures a table holds: its unit column, else its group rows, else a title line, else the name of sheet or file.

An addressee is never the unit, and the office that issues a list is it only where no column holds names of units
(contract, section 2.1).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.codes import distinct
from thidua_cli.intake.decisions.group_levels import group_levels, group_styles
from thidua_cli.intake.decisions.rows import RowKinds
from thidua_cli.intake.decisions.words import WORDS
from thidua_cli.intake.layout import row_words
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.headers import is_note, is_ordinal, is_personal
from thidua_cli.intake.layout.names import is_superior, looks_like_unit, name_left, names_several, stem, unit_within
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.titles import Title
from thidua_cli.intake.layout.words import header_words, one_line
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import Column, cell_name
from thidua_cli.intake.tables import Kind
from thidua_cli.records import record
from thidua_cli.text.phrases import has_accents, spoken
from thidua_cli.text.vietnamese import clean, fold

GROUPED = frozenset({Kind.DOSSIERS, Kind.STATISTICS, Kind.TASKS, Kind.INITIATIVES, Kind.INDIVIDUALS})
"""Kinds whose unit may stand outside a column of its own."""
_BETWEEN = re.compile(r"[,;()\n]| [-–—] ")


@record
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

    @property
    def titled(self) -> bool:
        """Whether a line above the table names a unit."""
        return self.name is not None and self.cell != ""


def unit_of(grid: Grid, found: Recognition, kinds: RowKinds, titles: Sequence[Title], file: str) -> SaidUnit:
    """The unit of a table that has no column of units."""
    if "unit" in found.fields or found.kind not in GROUPED:
        return SaidUnit()
    outside = outside_unit(titles, grid.said_by, file)
    grouped = _from_groups(grid, found, kinds, outside)
    if grouped is not None:
        return grouped
    holding = _holding(grid, found, kinds, outside.name)
    if holding is None:
        return outside
    column, made = holding
    head = " > ".join(found.block.paths[column])
    if made is not None:
        cell = cell_name(found.block.last, column)
        return SaidUnit(column=made, reading=Reading("unit_within_cells", head, cell=cell))
    return _unknown(found, column)


def unknown_column(grid: Grid, found: Recognition, column: int, file: str) -> Finding:
    """The finding about a column of units under a head that does not say so."""
    head = " > ".join(found.block.paths[column])
    return Finding("unit_column_unknown", {"head": head}, file, grid.sheet.name, cell_name(found.block.last, column))


def _from_groups(grid: Grid, found: Recognition, kinds: RowKinds, outside: SaidUnit) -> SaidUnit | None:
    """The unit of each row from the group row above it ("I. UBND phường An Lộc"); None where groups are something else.

    Groups are units where most of a level's labels are; every other label of that level is then a name too ("II. An
    Thạnh"), never the unit before. Where a title names a unit and few labels do, they are topics; else nobody can tell.
    """
    if not len(kinds.groups) or not len(kinds.data) or int(kinds.groups[0]) > int(kinds.data[0]):
        return None
    groups = _groups(grid, found, kinds)
    levels = {group.level for group in groups if group.is_unit}
    naming = {level for level in levels if _share(groups, level) > 0.5}
    if naming:
        reading = Reading("unit_groups", params={"count": str(len(groups))})
        return SaidUnit(column=_owners(groups, naming, kinds), reading=reading)
    if not levels or (outside.titled and all(_share(groups, level) < 0.5 for level in levels)):
        return None
    return _unknown(found, groups[0].column)


@record
class _Group:
    """One group row: its words without number, their column, how deep it stands, and what it may name."""

    text: str
    column: int
    level: int
    is_unit: bool
    is_topic: bool
    """Nobody's name: a word for many units, or one that comes again (the same fields under every unit)."""


def _groups(grid: Grid, found: Recognition, kinds: RowKinds) -> list[_Group]:
    rows = [int(row) for row in kinds.groups]
    labels = [_label(grid, found, row) for row in rows]
    levels = group_levels(group_styles(grid, found.block.columns, rows))
    often = Counter(fold(text) for text, _ in labels)
    made = []
    for (text, column), level in zip(labels, levels, strict=True):
        unit = looks_like_unit(text)
        topic = not unit and (row_words.is_group(text) or often[fold(text)] > 1)
        made.append(_Group(text.strip(" .:"), column, level, unit, topic))
    return made


def _share(groups: Sequence[_Group], level: int) -> float:
    """Which part of a level's labels are names of units, one of them plainly; repeated fields are not asked."""
    asked = [
        group.is_unit or _is_bare_name(group.text) for group in groups if group.level == level and not group.is_topic
    ]
    return sum(asked) / len(asked)


def _is_bare_name(text: str) -> bool:
    """Whether this may be a place's name without its kind: every syllable begins with a capital ("An Thạnh")."""
    words = clean(text).split()
    proper = all(word.isdigit() or word[:1].isupper() for word in words)
    return 2 <= len(words) <= 4 and proper and not text.isupper()


def _owners(groups: Sequence[_Group], naming: set[int], kinds: RowKinds) -> Column:
    """The name over each data row. A deeper group goes on with the one before; one of a unit's level or above ends it.

    Rows under a group that names several units, or none, are nobody's until one is named.
    """
    values: list[str] = []
    at_group = np.full(len(groups), -1, dtype=np.int32)
    for position, group in enumerate(groups):
        repeated = group.is_topic and not row_words.is_group(group.text)
        begins = group.level in naming or group.level < min(naming)
        if position == 0 or row_words.is_group(group.text) or (begins and not repeated):
            values.append(group.text)
        at_group[position] = len(values) - 1
    return Column(groups[0].column, at_group[np.searchsorted(kinds.groups, kinds.data) - 1], values)


def _unknown(found: Recognition, column: int) -> SaidUnit:
    head = " > ".join(found.block.paths[column])
    return SaidUnit(unknown=column, reading=Reading("unit_column_unknown", "", (head,)))


def _label(grid: Grid, found: Recognition, row: int) -> tuple[str, int]:
    """The words of a group row without its number, and their column."""
    for column in found.block.columns:
        text = one_line(grid.text(row, column))
        if text and not row_words.is_group_number(text):
            return row_words.without_number(text).strip(" .:"), column
    return "", found.block.columns[0]


def outside_unit(titles: Sequence[Title], sheet: str, file: str) -> SaidUnit:
    """The unit that title lines, the sheet's, the file's or a folder's name say."""
    labelled = [(named, title.cell) for title in titles if (named := _labelled(title))]
    if labelled:
        return _said("unit_label", *next((said for said in labelled if looks_like_unit(said[0])), labelled[0]))
    own = [title for title in titles if not WORDS.whole("unit.motto", fold(title.text))]
    for title in reversed(own):
        if names_several(title.text):
            return SaidUnit()
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
    return looks_like_unit(title.text) or is_superior(title.text)


def _said(rule: str, name: str, cell: str) -> SaidUnit:
    return SaidUnit(name, cell, reading=Reading(rule, name, cell=cell))


def _labelled(title: Title) -> str:
    """X of a line "Đơn vị báo cáo: X" (or X in the next cell)."""
    label, colon, rest = title.text.lstrip("-–+ ").partition(":")
    if not colon or not WORDS.whole("unit.label", fold(label)):
        return ""
    named = rest.strip(" .…_-()") or title.beside.strip(" .…_-()")
    return "" if is_superior(named) or ":" in named or _is_measure(named) else named


def _is_measure(text: str) -> bool:
    """Whether "Đơn vị: …" speaks of a unit of counting ("hồ sơ", "triệu đồng"): in small letters, or known words."""
    first = text.strip()[:1]
    if looks_like_unit(text):
        return False
    return WORDS.whole("unit.measure", spoken(text)) or (has_accents(text) and first.islower()) or not spoken(text)


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
        used = distinct(codes[codes >= 0])[:2000]
        texts = [source.values[int(code)] for code in used]
        units = [_unit_in(str(text)) if isinstance(text, str) else "" for text in texts]
        if not any(units) or sum(map(bool, units)) * 2 < len(units):
            continue
        if outside is not None and all(
            not unit or fold(unit) in fold(outside) or fold(outside) in fold(unit) for unit in units
        ):
            continue
        speaks = column in known or WORDS.within("column.says_unit", words)
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
