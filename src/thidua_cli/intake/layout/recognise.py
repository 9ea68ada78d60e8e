"""What a header block is the header of: fields per kind, what is lacking, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import lru_cache

from thidua_cli.intake.layout import counts, headers
from thidua_cli.intake.layout.blocks import Block, Path
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.meanings import meanings, taught_field
from thidua_cli.intake.layout.words import COLUMNS, all_words, header_words
from thidua_cli.intake.tables import FIELDS, Kind
from thidua_cli.plan.model import Vocabulary
from thidua_cli.records import record

CLEARLY = 5
"""From this score on a header that lacks a column is said to be of its kind (``missing_column``), not unrecognised."""
CONFIDENCE = 0.25
"""The least share of a header's own columns that must be known, unless the score reaches ``SURE``."""
SURE = 8

_COUNTS = frozenset(FIELDS[Kind.STATISTICS] - {"unit", "field"})
_DONE = frozenset("early on_time early_or_on_time late late_apologised late_not_apologised done_total".split())
_RECEIVED = frozenset("received_total received_new received_online received_direct".split())


@record
class Recognition:
    """A block taken for one kind: column by field, the fields it lacks, its score and the share of columns known."""

    kind: Kind
    block: Block
    fields: Mapping[str, int]
    missing: tuple[str, ...]
    score: int
    share: float
    percents: Sequence[int] = field(default=())
    options: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """Per field every column that may be it, as (rank, column): the lower the rank, the plainer the words say it."""
    parts: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Per field of statistics the columns that are parts of it by the head above them."""

    @property
    def complete(self) -> bool:
        """Whether it may be used (a unit named outside the table is looked for later)."""
        return not self.missing and (self.share >= CONFIDENCE or self.score >= SURE)

    def sort_key(self) -> tuple[bool, int, float, int]:
        """Better is larger; of equals the smaller block."""
        return (self.complete, self.score, self.share, self.block.first - self.block.last)


def taught_words(vocabulary: Vocabulary) -> Mapping[tuple[str, str], str]:
    """The plan's header words: (kind or empty, words) to field."""
    taught: dict[tuple[str, str], str] = {}
    for key, texts in vocabulary.headers.items():
        kind, _, name = key.rpartition(".")
        for text in texts:
            words = " ".join(header_words(part) for part in text.split(">"))
            taught[kind, words] = name
    return taught


def recognise(grid: Grid, block: Block, taught: Mapping[tuple[str, str], str], last: int) -> list[Recognition]:
    """This block as each kind, best first; data rows (to ``last``) and the heading settle what words leave open."""
    heading = _heading(grid, block)
    found = [_as_list(grid, block, kind, taught, last, heading) for kind in headers.fields()]
    found.append(_as_statistics(block, taught, heading))
    return sorted(found, key=lambda r: r.sort_key(), reverse=True)


def _heading(grid: Grid, block: Block) -> str:
    """The words above a header, with the sheet's and the file's name."""
    if block.first not in grid.headings:
        rows = [row for row in range(max(0, block.first - 12), block.first) if 0 < grid.filled[row] <= 4]
        texts = [grid.text(row, column.index) for row in rows for column in grid.sheet.columns]
        said = (text for text in (*texts, grid.said_by, grid.file) if text)
        grid.headings[block.first] = " ".join(all_words(text) for text in said)
    return grid.headings[block.first]


def _own_columns(block: Block) -> int:
    """How many columns say something of their own (no row numbers, remarks, personal data, percentages)."""
    return max(sum(is_own(path) for path in block.paths.values()), 1)


@lru_cache(maxsize=8192)
def is_own(path: Path) -> bool:
    """Whether a column may say something of its own: it is no row number, remark, personal data or percentage."""
    words = header_words(path[-1])
    apart = headers.is_ordinal(words) or headers.is_note(words) or headers.is_personal(words)
    return not apart and not counts.is_percent(path)


def _as_list(
    grid: Grid, block: Block, kind: Kind, taught: Mapping[tuple[str, str], str], last: int, heading: str
) -> Recognition:
    best: dict[str, tuple[int, int]] = {}
    options: dict[str, list[tuple[int, int]]] = {}
    for column, path in block.paths.items():
        found = meanings(grid, block, column, path, kind, taught, last)
        for name, rank in found.items():
            if rank == min(found.values()):
                options.setdefault(name, []).append((rank, column))
            if name not in best or (rank, column) < best[name]:
                best[name] = (rank, column)
    fields = _one_field_a_column(best)
    score = len(fields) + len(headers.strong(kind) & set(fields))
    missing = _missing(kind, fields)
    heads = [path[-1] for path in block.paths.values()]
    vague = _too_vague(kind, {name: rank for name, (rank, _) in best.items() if name in fields}, heading, heads)
    if vague and not missing:
        missing, score = (vague,), min(score, CLEARLY - 1)
    percents = [column for column in block.columns if counts.is_percent(block.paths[column])]
    share = sum(len(columns) for name, columns in options.items() if name in fields) / _own_columns(block)
    return Recognition(kind, block, fields, missing, score, min(share, 1.0), percents, options)


def _too_vague(kind: Kind, ranks: Mapping[str, int], heading: str, heads: Sequence[str]) -> str:
    """What a list lacks whose heads are everyday words ("Điểm", "Họ và tên") and whose heading does not help."""
    if kind is Kind.PAR_INDEX:
        scores = [rank for name, rank in ranks.items() if name.startswith("score") and name != "score_max"]
        vague = all(rank % 10 >= 1 for rank in scores) and set(ranks) <= {"unit", "score", "score_max"}
        other = headers.says("other_index", heading) and "cai cach hanh chinh" not in heading
        vague = vague or headers.says("emulation", heading)
        return "index_named" if other or (vague and not headers.says("par_index", heading)) else ""
    if kind is Kind.UNITS and any(COLUMNS.whole("says.scored", header_words(part)) for part in heads):
        # Whoever stands in a table that ranks or praises is no register (contract, section 2.1).
        return "register_alone"
    if kind is Kind.TASKS and "task" in ranks:
        return "" if ranks["task"] % 10 < 1 or headers.says("tasks", heading) else "task"
    if kind is Kind.INDIVIDUALS and not {"classification", "initiative", "leader"} & set(ranks):
        return "" if headers.says("persons", heading) else "classification"
    return ""


def _one_field_a_column(best: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """Give each column to the field it fits best."""
    fields: dict[str, int] = {}
    used: set[int] = set()
    for name, (_, column) in sorted(best.items(), key=lambda item: (item[1][0], item[1][1], item[0])):
        if column not in used:
            fields[name] = column
            used.add(column)
    return fields


def _missing(kind: Kind, fields: Mapping[str, int]) -> tuple[str, ...]:
    """The columns that a list of this kind must have and does not (a unit may stand outside the table)."""
    if kind is Kind.TASKS:
        return tuple(_missing_in_tasks(fields))
    return tuple(name for name, ways in headers.needs(kind).items() if not any(way <= set(fields) for way in ways))


def _need(fields: Mapping[str, int], *names: str) -> list[str]:
    return [name for name in names if name not in fields]


def _missing_in_tasks(fields: Mapping[str, int]) -> list[str]:
    if {"assigned", "completed", "completed_in_time"} & set(fields):
        if "task" in fields and "result" in fields:
            return []
        done = "completed_in_time" if "completed_in_time" in fields and "completed_late" in fields else "completed"
        return ["completed"] * (done not in fields) + _need(fields, "assigned")
    return _need(fields, "task", "result")


def _speaks_of_tasks(block: Block, heading: str) -> bool:
    """Whether heads and title count tasks and no dossiers: "Hoàn thành quá hạn" is then said of a task."""
    heads = " | ".join(header_words(part) for path in block.paths.values() for part in path)
    if headers.says("dossiers", heads):
        return False
    in_title = headers.says("tasks_only", heading) and not headers.says("dossiers", heading)
    return in_title or headers.says("tasks_only", heads)


def _as_statistics(block: Block, taught: Mapping[tuple[str, str], str], heading: str) -> Recognition:
    options: dict[str, list[tuple[int, int]]] = {}
    parts: dict[str, list[int]] = {}
    percents: list[int] = []
    for column in block.columns:
        path = block.paths[column]
        name = taught_field(path, Kind.STATISTICS, taught) or counts.count_field(path)
        if name:
            # A note in the head may say that the count goes back beyond the period.
            options.setdefault(name, []).append((int(headers.says("with_earlier", all_words(path[-1]))), column))
        elif counts.is_percent(path):
            percents.append(column)
        elif (above := counts.part_of(path)) is not None:
            parts.setdefault(above, []).append(column)
    lone = options.pop("late_alone", [])
    if lone and "late" not in options:
        options["late"] = lone
    heads = [block.paths[column][:-1] for _, column in options.get("early", ())]
    within = any(head and counts.count_field(head) == "on_time" for head in heads)
    alone = "on_time" in options and "early" not in options
    if (alone or (within and "on_time" in options)) and "early_or_on_time" not in options:
        options["early_or_on_time"] = options.pop("on_time")
    fields = {name: min(columns)[1] for name, columns in options.items()}
    fields |= {name: columns[0] for name, columns in parts.items() if name not in fields}
    counted = [name for name in fields if name in _COUNTS]
    named = {"unit", "field"} & set(fields)
    usable = len(counted) >= (2 if named else 3) and bool((_DONE | _RECEIVED) & set(counted))
    missing = () if usable and not _speaks_of_tasks(block, heading) else ("counts",)
    score = 2 * len(counted) + ("unit" in fields) + ("field" in fields)
    known = sum(len(columns) for columns in options.values()) + sum(map(len, parts.values()))
    share = min(known / _own_columns(block), 1.0)
    return Recognition(Kind.STATISTICS, block, fields, missing, score, share, tuple(percents), options, parts)
