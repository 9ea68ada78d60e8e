"""What a table says about itself: the form's own equations, row sums known from the layout, printed percentages.

The index row of form 06 prints its equations ("(3)=(4)+(5)+(6)"): they are read from the form and checked on every row.
Where a form prints none, those that its columns imply are checked. "(3)=(7)+(11)" runs across the stages; real systems
break it with withdrawn and waiting dossiers (domain.md 1.2), so that one is only a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.figures import Figures, add_up, counted, figures, signed
from thidua_cli.intake.decisions.rows import RowKinds, Rows, index_text
from thidua_cli.intake.decisions.words import WORDS
from thidua_cli.intake.layout.counts import count_field
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.words import header_words
from thidua_cli.intake.sheet import cell_name, column_letter
from thidua_cli.intake.tables import Kind
from thidua_cli.intake.values import State, parse_decimals
from thidua_cli.records import record
from thidua_cli.text.language import Param

LIMIT = 100
"""At most so many findings of one equation; a form filled in wrongly throughout is no news after that."""

_EQUATION = re.compile(r"\(?\s*(\d+)\s*\)?\s*=\s*([\d()+\-–\s]+)")
_TERM = re.compile(r"([+\-–]?)\s*\(?\s*(\d+)\s*\)?")
_NUMBER = re.compile(r"\(?\s*(\d+)\s*\)?")
_TIMED = ("early", "on_time", "early_or_on_time", "late", "late_apologised", "late_not_apologised")


@record
class Equation:
    """One column that should be the sum of others. ``optional`` columns may be in the sum or not: systems differ."""

    left: Figures
    plus: Sequence[Figures]
    minus: Sequence[Figures] = ()
    optional: Sequence[Figures] = ()
    across: bool = False


def check_rows(
    grid: Grid, found: Recognition, kinds: RowKinds, file: str
) -> tuple[list[Finding], frozenset[tuple[int, int]]]:
    """Every equation of the table on every data row, and printed percentages against the counts beside them.

    Also the cells (row, column) of the equations within one stage that fail: no figure rests on them (contract, 2.1).
    """
    if found.kind is not Kind.STATISTICS and found.kind is not Kind.TASKS:
        return [], frozenset()
    columns = counted(grid, found)
    equations = list(_printed(grid, found, kinds.index)) if kinds.index >= 0 else []
    stated = {equation.left.column for equation in equations}
    equations += [e for e in implied(found, columns) if e.left.column not in stated or e.across]
    findings: list[Finding] = []
    broken: set[tuple[int, int]] = set()
    for equation in _distinct(equations):
        findings += _check(equation, kinds.data, file, grid.sheet.name)
        if not equation.across:
            used = (equation.left, *equation.plus, *equation.minus)
            broken |= {(row, part.column) for row in fails(equation, kinds.data) for part in used}
    return findings + _percentages(grid, found, columns, kinds.data, file), frozenset(broken)


def fails(equation: Equation, rows: Rows) -> list[int]:
    """The rows in which an equation does not hold; a row with a cell that cannot be read, or without a sum, is none."""
    left = equation.left
    plus, plus_readable = add_up(list(equation.plus), rows)
    minus, minus_readable = add_up(list(equation.minus), rows)
    computed = plus - minus
    stated = left.value[rows]
    fine = (stated == computed) | ~left.readable[rows] | ~plus_readable | ~minus_readable
    for extra in _choices(equation.optional):
        more, readable = add_up(extra, rows)
        fine |= (stated == computed + more) | ~readable
    return [int(row) for row in rows[np.flatnonzero(~fine & left.filled[rows])]]


def _distinct(equations: Sequence[Equation]) -> Iterator[Equation]:
    """An equation across the stages once only, as the form prints it or as its columns imply it."""
    seen: set[tuple[int, bool]] = set()
    for equation in equations:
        key = (equation.left.column, equation.across)
        if key not in seen:
            seen.add(key)
            yield equation


def _printed(grid: Grid, found: Recognition, index: int) -> Iterator[Equation]:
    """The equations of the form's own index row."""
    texts = {column: index_text(grid, index, column) for column in found.block.columns}
    numbered: dict[str, int] = {}
    for column, text in texts.items():
        match = _NUMBER.match(text)
        if match:
            numbered.setdefault(match[1], column)
    stage = {column: _stage(name) for name, column in found.fields.items()}
    for column, text in texts.items():
        for match in _EQUATION.finditer(text):
            terms = [(sign, numbered.get(number)) for sign, number in _TERM.findall(match[2])]
            left = numbered.get(match[1], column)
            if len(terms) < 2 or any(place is None or place == left for _, place in terms):
                continue
            places = [(sign, figures(grid, found, place)) for sign, place in terms if place is not None]
            plus = [part for sign, part in places if sign not in ("-", "–")]
            minus = [part for sign, part in places if sign in ("-", "–")]
            stages = {stage[place] for _, place in terms if place in stage}
            across = bool(stages - {stage.get(left, "")}) and left in stage
            yield Equation(figures(grid, found, left), plus, minus, across=across)


def _stage(name: str) -> str:
    if name.startswith("received") or name == "carried_over":
        return "received"
    return "pending" if name.startswith(("pending", "paused")) else "done"


def implied(found: Recognition, f: Mapping[str, Figures]) -> Iterator[Equation]:
    """Sums that the columns of a layout imply, where all their parts stand in the form."""

    def these(*names: str) -> list[Figures]:
        return [f[name] for name in names if name in f]

    apart = these("received_on_software", "received_off_software")
    yield from (Equation(left, apart) for left in these("received_new", "received_total")[:1] if len(apart) > 1)
    channels = these("received_direct", "received_post", "received_one_stop")
    levels = these("received_online_full", "received_online_partial", "received_online_34", "received_online_low")
    levels += these("received_online_other")
    online = these("received_online") or levels
    if "received_online" in f and "received_online_low" in f:
        yield Equation(f["received_online"], levels)
    whole = bool(these("received_direct", "received_one_stop")) and not _unknown_received(found)
    split = channels + online if whole and online else []
    if "received_new" in f:
        if split:
            yield Equation(f["received_new"], split)
        if "received_total" in f and "carried_over" in f:
            yield Equation(f["received_total"], these("received_new", "carried_over"))
    elif "received_total" in f and split:
        yield Equation(f["received_total"], split + these("carried_over"))
    timed = these(*(name for name in _TIMED if "early_or_on_time" not in f or name not in ("early", "on_time")))
    in_time = "early_or_on_time" in f or {"early", "on_time"} <= set(f)
    if "done_total" in f and in_time and ("late" in f or "late_apologised" in f):
        yield Equation(f["done_total"], timed, optional=these("refused", "withdrawn"))
    if {"pending_total", "pending_in_time", "pending_overdue"} <= set(f):
        yield Equation(f["pending_total"], these("pending_in_time", "pending_overdue"), optional=these("paused"))
    if {"received_total", "done_total", "pending_total"} <= set(f):
        rest = these("paused", "refused", "withdrawn")
        yield Equation(f["received_total"], these("done_total", "pending_total"), optional=rest, across=True)


def _unknown_received(found: Recognition) -> bool:
    """Whether a column under the received ones is not understood: then their sum is not known either."""
    known = set(found.fields.values())
    heads = {header_words(found.block.paths[c][0]) for n, c in found.fields.items() if _stage(n) == "received"}
    return any(
        column not in known and len(path) > 1 and header_words(path[0]) in heads and count_field(path) is None
        for column, path in found.block.paths.items()
    )


def _check(equation: Equation, rows: Rows, file: str, sheet: str) -> list[Finding]:
    left = equation.left
    parts = [*equation.plus, *equation.minus]
    findings = []
    for row in fails(equation, rows)[:LIMIT]:
        at = np.array([row])
        computed = int((add_up(list(equation.plus), at)[0] - add_up(list(equation.minus), at)[0])[0])
        stated = int(left.value[row])
        columns = [part.column for part in (left, *parts)]
        params: dict[str, Param] = {
            "left": f"{column_letter(left.column)} “{left.head}”",
            "right": _sum_words(equation),
            "stated": stated,
            "computed": computed,
            "difference": signed(stated - computed),
        }
        code = "balance_mismatch" if equation.across else "sum_mismatch"
        place = f"{cell_name(row, min(columns))}:{cell_name(row, max(columns))}"
        findings.append(Finding(code, params, file, sheet, place))
    return findings


def _choices(optional: Sequence[Figures]) -> list[list[Figures]]:
    """Every non-empty choice of the optional columns."""
    chosen: list[list[Figures]] = [[]]
    for part in optional:
        chosen += [[*before, part] for before in chosen]
    return chosen[1:]


def _sum_words(equation: Equation) -> str:
    """The sum by its columns' letters; the row stands in the finding's place."""
    plus, minus = (sorted(part.column for part in parts) for parts in (equation.plus, equation.minus))
    return " + ".join(map(column_letter, plus)) + "".join(f" - {column_letter(column)}" for column in minus)


def _percentages(grid: Grid, found: Recognition, f: Mapping[str, Figures], rows: Rows, file: str) -> list[Finding]:
    """Printed shares "sớm và đúng hạn" against the counts beside them; a whole point of rounding is let pass."""
    shares = [c for c in found.percents if WORDS.within("column.in_time", header_words(" ".join(found.block.paths[c])))]
    if found.kind is Kind.TASKS:
        shares = list(found.percents)
        if not {"assigned", "completed"} <= set(f):
            return []
        top, base = [f["completed"]], [f["assigned"]]
    else:
        top = [f[name] for name in ("early", "on_time", "early_or_on_time") if name in f]
        base = top + [f[name] for name in ("late", "late_apologised", "late_not_apologised") if name in f]
        if not top or len(top) == len(base):
            return []
    if len(shares) != 1:
        return []
    return _percent_findings(grid, shares[0], top, base, rows, (file, found.block.paths[shares[0]][-1]))


def _percent_findings(
    grid: Grid, column: int, top: list[Figures], base: list[Figures], rows: Rows, place: tuple[str, str]
) -> list[Finding]:
    source = grid.sheet.columns[column]
    readings = parse_decimals([v if isinstance(v, (int, float, str)) else None for v in source.values])
    counted_top, top_fine = add_up(top, rows)
    counted_base, base_fine = add_up(base, rows)
    findings = []
    for position in np.flatnonzero(top_fine & base_fine & (counted_base > 0)):
        row = int(rows[position])
        code = int(source.codes[row])
        if code < 0 or readings[code].state is not State.OK or readings[code].value is None:
            continue
        printed = Fraction(readings[code].value or 0)
        true = Fraction(100 * int(counted_top[position]), int(counted_base[position]))
        if abs(printed - true) < 1 or (printed <= 1 and abs(printed * 100 - true) < 1):
            continue
        text = source.values[code]
        params: dict[str, Param] = {
            "column": place[1],
            "stated": str(text).strip(),
            "top": int(counted_top[position]),
            "base": int(counted_base[position]),
            "computed": Decimal(f"{float(true):.2f}"),
        }
        findings.append(Finding("percent_mismatch", params, place[0], grid.sheet.name, cell_name(row, column)))
        if len(findings) == LIMIT:
            break
    return findings
