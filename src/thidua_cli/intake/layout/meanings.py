"""What a column of a list may mean: by the plan's words, by its heads, by its cells where the heads leave it open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from thidua_cli.intake.layout import counts, headers
from thidua_cli.intake.layout.blocks import Block, Path
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.names import looks_like_unit
from thidua_cli.intake.layout.shapes import mostly_dates, shape
from thidua_cli.intake.layout.spans import bare_words
from thidua_cli.intake.layout.words import one_line
from thidua_cli.intake.tables import FIELDS, Kind


@lru_cache(maxsize=8192)
def _suffixes(path: Path) -> Sequence[str]:
    """The words of a path from its last head upwards: first "trực tuyến", then "trong kỳ trực tuyến"."""
    words = bare_words(path)
    return [" ".join(words[start:]) for start in range(len(words) - 1, -1, -1)]


def taught_field(path: Path, kind: Kind, taught: Mapping[tuple[str, str], str]) -> str | None:
    """The field that the plan's own words give a column; None where they give none."""
    for words in _suffixes(path) if taught else ():
        for scope in (kind.value, ""):
            name = taught.get((scope, words))
            if name in FIELDS[kind]:
                return name
    return None


def meanings(
    grid: Grid, block: Block, column: int, path: Path, kind: Kind, taught: Mapping[tuple[str, str], str], last: int
) -> Mapping[str, int]:
    """The fields of a list that a column may be, each with its rank: the lower, the plainer the words say it."""
    name = taught_field(path, kind, taught)
    if name is not None:
        return {name: -1}
    for depth, words in enumerate(_suffixes(path)):
        found = headers.ranks(kind, words)
        if found:
            found = {name: rank + 10 * depth for name, rank in found.items()}
            return _by_content(grid, block, column, kind, found, last)
    return _under_a_head(path, kind)


_ANSWERS = frozenset("result recognised classification".split())


def _under_a_head(path: Path, kind: Kind) -> Mapping[str, int]:
    """A column below a head that is an answer's: its own words say who gave it ("Kết quả thực hiện > Tổ thẩm định")."""
    words = bare_words(path)
    leaf = words[-1]
    if len(words) < 2 or headers.is_note(leaf) or headers.is_ordinal(leaf) or counts.is_percent(path):
        return {}
    found = headers.ranks(kind, words[-2])
    return {name: 10 for name in found if name in _ANSWERS}


def _by_content(
    grid: Grid, block: Block, column: int, kind: Kind, found: Mapping[str, int], last: int
) -> Mapping[str, int]:
    """Settle by the cells below what the words leave open: "Nhiệm vụ được giao" is a text or a count."""
    if kind is Kind.DOSSIERS and found.get("due", 0) % 10 >= 3:
        # "Thời hạn giải quyết" is a date in some systems and "15 ngày" in others.
        return found if mostly_dates(grid, column, block.last + 1, last) else {}
    if found.get("unit", 0) % 10 == headers.VAGUE:
        texts = [value for value in grid.sample(column, block.last + 1, last) if isinstance(value, str)]
        units = sum(looks_like_unit(one_line(text)) for text in texts)
        found = found if units * 2 > len(texts) else {name: rank for name, rank in found.items() if name != "unit"}
    if kind is Kind.DOSSIERS and ("channel" in found or "level" in found):
        # "Thanh toán > Trực tuyến" and "Trả kết quả > Hình thức" are no ways of filing.
        words = " ".join(bare_words(block.paths[column]))
        return {} if counts.is_elsewhere(words) or headers.says("returning", words) else found
    if kind is Kind.PAR_INDEX and any(name.startswith("score") for name in found):
        if headers.says("change", " ".join(bare_words(block.paths[column]))):
            return {}
        # "Kết quả thẩm định" is a score or a word on a task.
        cells = grid.sample(column, block.last + 1, last)
        texts_seen = sum(shape(value) == "text" for value in cells)
        return {} if texts_seen * 2 > len(cells) else found
    if kind is not Kind.TASKS or not {"assigned", "completed"} & set(found):
        return found
    values = grid.sample(column, block.last + 1, last)
    # A dash among counts is a count of nothing.
    numbers = sum(shape(value) == "number" for value in values)
    counted = bool(values) and numbers * 2 > len(values)
    counts_only = {"assigned", "completed"}
    return {name: rank for name, rank in found.items() if not values or (name in counts_only) == counted}
