"""How the columns of received dossiers add up, where their words leave two ways: the identity that holds decides.

"Trong kỳ" beside "Qua mạng" and "BCCI" is everything received in the period, or only what was filed in person; "Tiếp
nhận" beside "Kỳ trước chuyển qua" holds the carried-over ones or not. The reading under which a form's identities hold
in every row and in the totals is taken and said; where none can be told from another, nothing is (contract, 2.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.checks import Equation, fails, implied
from thidua_cli.intake.decisions.figures import figures
from thidua_cli.intake.decisions.remarks import cannot_be_told
from thidua_cli.intake.decisions.rows import RowKinds
from thidua_cli.intake.decisions.words import WORDS
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.spans import bare_words
from thidua_cli.intake.layout.words import all_words
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.sheet import cell_name
from thidua_cli.intake.tables import Kind
from thidua_cli.records import record
from thidua_cli.text.glossary import columns_called
from thidua_cli.text.language import Param, joined, t

_RECEIVED = ("received_total", "received_new", "received_direct", "received_online", "received_post", "carried_over")


@record
class Settled:
    """The form with its received columns named as its identities say; fields that cannot be told are in ``open``."""

    found: Recognition
    readings: tuple[Reading, ...] = ()
    findings: tuple[Finding, ...] = ()
    open: frozenset[str] = frozenset()


def settle(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> Settled:
    """Choose among the readings of a form's received columns, and what it says of dossiers beside the software."""
    if found.kind is not Kind.STATISTICS:
        return Settled(found)
    return _beside_software(grid, _settle_received(grid, found, kinds, file), kinds, file)


def _beside_software(grid: Grid, settled: Settled, kinds: RowKinds, file: str) -> Settled:
    """Dossiers outside the software are known to be among those received only beside a count of those on it."""
    found = settled.found
    off, on = (found.fields.get(f"received_{where}_software") for where in ("off", "on"))
    if off is None or on is not None or not figures(grid, found, off).value[kinds.data].any():
        return settled
    received = next((found.fields[name] for name in _RECEIVED if name in found.fields), off)
    finding, reading = cannot_be_told(grid, found, "received_on_software", [received, off], file)
    fields = {name: column for name, column in found.fields.items() if column != off}
    return Settled(
        replace(found, fields=fields),
        (*settled.readings, reading),
        (*settled.findings, finding),
        settled.open | {"received_off_software"},
    )


def _settle_received(grid: Grid, found: Recognition, kinds: RowKinds, file: str) -> Settled:
    said = _waiting_inside(grid, found, file)
    ways = list(_ways(found))
    if len(ways) == 1:
        return Settled(found, findings=said)
    rows = kinds.data
    tested = [(way, list(_received_equations(grid, found, way))) for way in ways]
    holding = [way for way, equations in tested if equations and not any(fails(e, rows) for e in equations)]
    if holding and (holding[0] == ways[0] or len(holding) == 1 or not tested[0][1]):
        return _chosen(grid, found, ways[0], holding[0], file, said)
    if not holding and not any(equations for _, equations in tested):
        return (
            _cannot_be_told(grid, found, file, said)
            if "carried_over" in found.fields
            else Settled(found, findings=said)
        )
    return Settled(found, findings=said) if not holding else _chosen(grid, found, ways[0], holding[0], file, said)


def _ways(found: Recognition) -> Iterator[dict[str, int]]:
    """The possible namings of a form's received columns, the one that the words alone say first."""
    fields = dict(found.fields)
    yield fields
    whole = found.options.get("total_alone", ())
    total = fields.get("received_total")
    plain = total is not None and WORDS.whole("column.plain_received", " ".join(bare_words(found.block.paths[total])))
    if "carried_over" in fields and plain and total is not None and "received_new" not in fields:
        rest = {name: column for name, column in fields.items() if name != "received_total"}
        for _, column in whole:
            yield {**rest, "received_new": total, "received_total": column}
        yield {**rest, "received_new": total}
    new = fields.get("received_new")
    channels = {"received_online", "received_post", "received_online_full"} & set(fields)
    may_be_direct = new is not None and channels and "received_direct" not in fields
    if new is not None and may_be_direct and WORDS.whole("column.in_period", bare_words(found.block.paths[new])[-1]):
        rest = {name: column for name, column in fields.items() if name != "received_new"}
        yield {**rest, "received_direct": new}
    if total is None and whole and {"received_new", "received_direct", "received_online"} & set(fields):
        yield {**fields, "received_total": whole[0][1]}


def _received_equations(grid: Grid, found: Recognition, way: Mapping[str, int]) -> list[Equation]:
    """The equations that a naming implies over what was received, the sum over the stages among them."""
    named = replace(found, fields=way)
    columns = {
        name: figures(grid, named, column)
        for name, column in way.items()
        if name not in ("unit", "field", "total_alone")
    }
    equations = [
        e for e in implied(named, columns) if not e.across and e.left.column in {way.get(name) for name in _RECEIVED}
    ]
    stages = [columns[name] for name in ("done_total", "pending_total") if name in columns]
    if len(stages) == 2 and "carried_over" in columns and not equations:
        if "received_total" in columns:
            equations.append(Equation(columns["received_total"], stages))
        elif "received_new" in columns:
            # What was new and what was carried over is done or open.
            equations.append(Equation(stages[0], [columns["received_new"], columns["carried_over"]], stages[1:]))
    return equations


def _chosen(
    grid: Grid,
    found: Recognition,
    words: Mapping[str, int],
    way: Mapping[str, int],
    file: str,
    said: tuple[Finding, ...],
) -> Settled:
    """The naming that was taken; one that the words alone did not say is read."""
    if way == words:
        return Settled(found, findings=said)
    changed = {name: column for name, column in way.items() if words.get(name) != column}
    paths = found.block.paths
    heads = {name: " > ".join(paths[column]) for name, column in changed.items()}
    phrases = (t("“{head}” is “{field}”", head=head, field=columns_called([name])) for name, head in heads.items())
    choice = joined(phrases, "; ")
    cell = cell_name(found.block.last, next(iter(changed.values())))
    why = t("only so do the sums hold in every row")
    finding = Finding("reading_chosen", {"choice": choice, "why": why}, file, grid.sheet.name, cell)
    reading = Reading("identity_holds", "; ".join(heads.values()), params={"choice": choice}, cell=cell)
    return Settled(replace(found, fields=dict(way)), (reading,), (*said, finding))


def _cannot_be_told(grid: Grid, found: Recognition, file: str, said: tuple[Finding, ...]) -> Settled:
    """Received, with or without what was carried over: nothing in the form tells, so nothing is read from it."""
    columns = [found.fields[name] for name in ("received_total", "received_new") if name in found.fields][:1]
    columns.append(found.fields["carried_over"])
    finding, reading = cannot_be_told(grid, found, "received_new", columns, file)
    fields = {
        name: column
        for name, column in found.fields.items()
        if name not in ("received_total", "received_new", "carried_over")
    }
    return Settled(replace(found, fields=fields), (reading,), (*said, finding), frozenset({"received_total"}))


def _waiting_inside(grid: Grid, found: Recognition, file: str) -> tuple[Finding, ...]:
    """A column "Đúng hạn" that says that it holds waiting or returned dossiers too is taken as it stands, and said."""
    for name in ("on_time", "early_or_on_time", "early"):
        column = found.fields.get(name)
        if column is not None and "bao gom ca" in all_words(found.block.paths[column][-1]):
            head = found.block.paths[column][-1]
            params: dict[str, Param] = {
                "choice": t("the form's own count of on time"),
                "why": t("its head says “{head}”", head=head),
            }
            return (Finding("reading_chosen", params, file, grid.sheet.name, cell_name(found.block.last, column)),)
    return ()
