"""What the contract says a truth comes to, computed the plain way: dictionaries, loops, every possibility tried.

No line here comes from the program; it is written from the contract's sections 2 to 4 alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from math import ceil

from tests.reference.truth import END, START, Bad, Dossier, Person, Truth, When

RESOLVED = {"resolved", "refused_with_result"}
NOT_RECEIVED = {"refused_at_door", "awaiting"}
THRESHOLD = {
    "task_completion": Fraction(1),
    "on_software": Fraction(1),
    "on_time": Fraction(99, 100),
    "online_34": Fraction(1, 2),
    "par_index": Fraction(80),
    "initiatives": Fraction(1),
}
CRITERIA = {
    "tc1": ["task_completion"],
    "tc2": ["on_software", "on_time"],
    "tc3": ["online_34"],
    "tc4": ["par_index"],
    "tc5": ["initiatives"],
}


@dataclass
class Measure:
    """One measure of one unit (or person)."""

    verdict: str
    reason: str | None = None
    numerator: Fraction = Fraction(0)
    denominator: int = 0
    undecided: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    shortfall: int | None = None
    against: set[str] | None = None
    known: bool = True
    """False: nothing was there to read, so the figures mean nothing."""

    @property
    def value(self) -> Fraction | None:
        """The value that ranks; None is missing."""
        if not self.known or self.denominator == 0 or self.verdict in ("no_data", "not_applicable"):
            return None
        return self.numerator / self.denominator


@dataclass
class UnitFacts:
    """What a result must say of one unit."""

    group: str
    measures: dict[str, Measure]
    criteria: dict[str, str]
    score: Fraction
    all_met: bool
    met: int
    applicable: int
    no_cases: bool
    council: bool = False
    rank: int = 0
    tied: bool = False


@dataclass
class PersonFacts:
    """What a result must say of one person."""

    name: str
    unit: str
    criteria: dict[str, str]
    eligible: bool


@dataclass
class Facts:
    """What a result must say."""

    units: dict[str, UnitFacts]
    persons: list[PersonFacts]
    proposals: dict[str, bool]
    """Unit name to council_review."""
    findings: set[str]


def day(when: When) -> date | None:
    """The calendar day of a readable date."""
    if isinstance(when, datetime):
        return when.date()
    return when if isinstance(when, date) else None


def in_period(when: date) -> bool:
    """Whether a day lies in the plan's year."""
    return START <= when <= END


def end_of(row: Dossier) -> When:
    """The day processing ended, else the day the result was returned."""
    return row.done if row.done is not None else row.returned


@dataclass
class Case:
    """One dossier after systems are joined."""

    row: Dossier
    systems: set[str]
    level: int | None
    online: bool
    officer: str | None


def join(rows: tuple[Dossier, ...], findings: set[str]) -> list[Case]:
    """One case per code."""
    by_code: dict[str, dict[str, Dossier]] = {}
    for row in rows:
        here = by_code.setdefault(row.code, {})
        other = here.get(row.system)
        if other is not None:
            findings.add("duplicate_dossier")
        if other is None or (day(end_of(row)) or date.min) > (day(end_of(other)) or date.min):
            here[row.system] = row
    cases = []
    for here in by_code.values():
        lead = here.get("one_stop") or here.get("public_service") or here["logbook"]
        portal = here.get("public_service")
        levels = [r.level for r in (portal, here.get("one_stop"), here.get("logbook")) if r and r.level]
        cases.append(
            Case(
                lead,
                set(here),
                levels[0] if levels else None,
                portal is not None or any(r.channel == "online" for r in here.values()),
                here["one_stop"].officer if "one_stop" in here else None,
            )
        )
    return cases


Ways = list[tuple[int, int]]
"""What one dossier may add to numerator and denominator, one pair per way it may fall."""


def timing(case: Case) -> list[str]:
    """The ways a dossier may fall: early, on_time, late, or out."""
    row = case.row
    if row.status not in RESOLVED | {"unknown"}:
        return ["out"]
    ended, due = end_of(row), row.due
    out = ["out"] if row.status == "unknown" else []
    if ended is None:
        return ["early", "on_time", "late", "out"] if row.status != "unknown" else ["out"]
    if not isinstance(ended, Bad) and not in_period(day(ended) or START):
        return ["out"]
    if due is None:
        return ["out"]
    if isinstance(ended, Bad) or isinstance(due, Bad):
        return ["early", "on_time", "late", *(["out"] if isinstance(ended, Bad) else out)]
    a, b = day(ended), day(due)
    assert a is not None and b is not None  # noqa: PT018
    return [*out, "early" if a < b else "on_time" if a == b else "late"]


def receipt(case: Case) -> list[bool]:
    """Whether a dossier counts as received: one truth, or both where it cannot be read."""
    row = case.row
    if row.status in NOT_RECEIVED:
        return [False]
    if isinstance(row.received, Bad) or row.received is None:
        return [True, False]
    if not in_period(day(row.received) or START):
        return [False]
    return [True, False] if row.status == "unknown" else [True]


def reachable(numerator: int, denominator: int, ways: list[Ways]) -> set[tuple[int, int]]:
    """Every pair that the undecided dossiers may lead to."""
    pairs = {(numerator, denominator)}
    for options in ways:
        pairs = {(n + a, d + b) for n, d in pairs for a, b in options}
    return pairs


def ratio(name: str, numerator: int, denominator: int, ways: list[Ways]) -> Measure:
    """The verdict of a ratio, whichever way the undecided fall."""
    limit = THRESHOLD[name]
    verdicts = set()
    for n, d in reachable(numerator, denominator, ways):
        verdicts.add("not_applicable" if d == 0 else "met" if n >= limit * d else "not_met")
    verdict = verdicts.pop() if len(verdicts) == 1 else "no_data"
    measure = Measure(verdict, None, Fraction(numerator), denominator, len(ways))
    if verdict == "not_applicable":
        measure.reason = "no_cases"
    if verdict == "met":
        measure.shortfall = 0
    if verdict == "not_met" and not ways:
        measure.shortfall = ceil(limit * denominator) - numerator
    return measure


def from_cases(cases: list[Case]) -> dict[str, Measure]:
    """The three measures of dossiers."""
    counts = {"early": 0, "on_time": 0, "late": 0}
    late: set[str] = set()
    speed: list[Ways] = []
    received = software = online = 0
    off: set[str] = set()
    not_online: set[str] = set()
    software_ways: list[Ways] = []
    online_ways: list[Ways] = []
    for case in cases:
        kinds = timing(case)
        if len(kinds) == 1 and kinds[0] != "out":
            counts[kinds[0]] += 1
            if kinds[0] == "late":
                late.add(case.row.code)
        elif len(kinds) > 1:
            speed.append([(0, 0) if k == "out" else (int(k != "late"), 1) for k in kinds])
        there = receipt(case)
        on = "one_stop" in case.systems
        net = case.online and case.level not in (1, 2)
        if len(there) > 1:
            software_ways.append([(0, 0), (int(on), 1)])
            online_ways.append([(0, 0), (int(net), 1)])
        elif there[0]:
            received += 1
            software += on
            online += net
            if not on:
                off.add(case.row.code)
            if not net:
                not_online.add(case.row.code)
    timed = ratio("on_time", counts["early"] + counts["on_time"], sum(counts.values()), speed)
    timed.counts, timed.against = counts, late
    soft = ratio("on_software", software, received, software_ways)
    soft.counts, soft.against = {"on_software": software, "received": received}, off
    net_ = ratio("online_34", online, received, online_ways)
    net_.counts, net_.against = {"online_34": online, "received": received}, not_online
    return {"on_software": soft, "on_time": timed, "online_34": net_}


def nothing() -> Measure:
    """No data."""
    return Measure("no_data", known=False)


def dossier_measures(truth: Truth, name: str, cases: list[Case], online_counted: bool) -> dict[str, Measure]:
    """From the lists where the unit has rows, else from its counts, else as the kinds of table say."""
    mine = [c for c in cases if c.row.unit == name]
    counts = [s for s in truth.statistics or () if s.unit == name]
    if mine or (truth.dossiers and not counts):
        return from_cases(mine)
    if not counts:
        return {"on_software": nothing(), "on_time": nothing(), "online_34": nothing()}
    s = counts[0]
    received = s.online + s.direct
    result = {
        "on_software": ratio("on_software", received, received, []),
        "on_time": ratio("on_time", s.early + s.on_time, s.early + s.on_time + s.late, []),
        "online_34": ratio("online_34", s.online, received, []),
    }
    result["on_software"].counts = {"received": received}
    result["on_time"].counts = {"late": s.late}
    result["online_34"].counts = {"online_34": s.online, "received": received}
    if not online_counted:
        result["online_34"] = nothing()
    return result


def tasks_of(truth: Truth, name: str) -> Measure:
    """Tasks completed of tasks assigned."""
    mine = [t for t in truth.tasks or () if t.unit == name]
    if not mine:
        return nothing()
    known = [t for t in mine if t.done is not None]
    ways: list[Ways] = [[(0, 1), (1, 1)] for t in mine if t.done is None]
    measure = ratio("task_completion", sum(bool(t.done) for t in known), len(known), ways)
    measure.denominator = len(mine)  # an unclear task is assigned all the same
    return measure


def index_of(truth: Truth, name: str, assessed: bool, findings: set[str]) -> Measure:
    """The final score, else the appraised, else the unit's own."""
    if not assessed:
        return Measure("not_applicable", "not_assessed", known=False)
    for row in truth.index or ():
        if row.unit == name:
            value = next((v for v in (row.final, row.appraised, row.own) if v is not None), None)
            if value is None:
                continue
            if row.final is None and row.appraised is None:
                findings.add("self_score_used")
            met = value >= THRESHOLD["par_index"]
            return Measure("met" if met else "not_met", None, value, 1, shortfall=0 if met else None)
    return nothing()


def initiatives_of(truth: Truth, name: str) -> Measure:
    """Recognised initiatives."""
    if truth.initiatives is None:
        return nothing()
    n = sum(i.unit == name and i.recognised for i in truth.initiatives)
    return Measure("met" if n else "not_met", None, Fraction(n), 1, shortfall=0 if n else 1)


def together(verdicts: list[str]) -> str:
    """A criterion of several requirements."""
    applying = [v for v in verdicts if v != "not_applicable"]
    if not applying:
        return "not_applicable"
    return "not_met" if "not_met" in applying else "no_data" if "no_data" in applying else "met"


def attainment(name: str, measure: Measure) -> Fraction:
    """How much of a requirement is attained."""
    if measure.verdict == "no_data" or not measure.denominator:
        return Fraction(0)
    return min(Fraction(1), measure.numerator / measure.denominator / THRESHOLD[name])


def the_units(truth: Truth) -> dict[str, tuple[str, bool]]:
    """Every unit with its group and whether it is assessed."""
    if truth.units is not None:
        return {u.name: (u.group, u.assessed) for u in truth.units}
    named = [r.unit for table in (truth.dossiers, truth.statistics, truth.tasks, truth.index, truth.initiatives,
                                  truth.persons) for r in table or ()]  # fmt: skip
    scored = {r.unit for r in truth.index} if truth.index is not None else set(named)
    return {n: ("Xã, phường" if n.startswith(("Phường", "Xã")) else "Phòng, ban", n in scored) for n in named}


def judge_unit(truth: Truth, name: str, cases: list[Case], findings: set[str], online_counted: bool) -> UnitFacts:
    """One unit's facts, without its rank."""
    group, assessed = the_units(truth)[name]
    measures = {
        "task_completion": tasks_of(truth, name),
        **dossier_measures(truth, name, cases, online_counted),
        "par_index": index_of(truth, name, assessed, findings),
        "initiatives": initiatives_of(truth, name),
    }
    criteria = {c: together([measures[m].verdict for m in names]) for c, names in CRITERIA.items()}
    shares = [
        min(attainment(m, measures[m]) for m in names if measures[m].verdict != "not_applicable")
        for c, names in CRITERIA.items()
        if criteria[c] != "not_applicable"
    ]
    met = sum(v == "met" for v in criteria.values())
    return UnitFacts(
        group=group,
        measures=measures,
        criteria=criteria,
        score=100 * sum(shares, Fraction(0)) / len(shares),
        all_met=met == len(shares),
        met=met,
        applicable=len(shares),
        no_cases=any(m.reason == "no_cases" for m in measures.values()),
    )


def order(unit: UnitFacts) -> tuple[object, ...]:
    """What ranks a unit, greater first; a missing value last."""
    values = [unit.measures[m].value for m in ("par_index", "online_34", "on_time")]
    last = [(v is not None, v if v is not None else Fraction(0)) for v in values]
    return (unit.all_met, Fraction(unit.met, unit.applicable), unit.score, *last)


def rank(units: dict[str, UnitFacts]) -> None:
    """Ranks within each group: one more than the units that are better."""
    for unit in units.values():
        peers = [u for u in units.values() if u.group == unit.group]
        unit.rank = 1 + sum(order(p) > order(unit) for p in peers)
        unit.tied = sum(order(p) == order(unit) for p in peers) > 1


def propose(truth: Truth, units: dict[str, UnitFacts]) -> dict[str, bool]:
    """Units proposed; a tie across the quota keeps all and marks them. Sets who is a case for the council."""
    proposed = {}
    for group in {u.group for u in units.values()}:
        good = [(n, u) for n, u in units.items() if u.group == group and u.all_met]
        quota = truth.quotas.get(group)
        for name, unit in good:
            better = sum(u.rank < unit.rank for _, u in good)
            equal = sum(u.rank == unit.rank for _, u in good)
            if quota is not None and better >= quota:
                continue
            straddles = quota is not None and better + equal > quota
            unit.council = proposed[name] = straddles or unit.no_cases
        for unit in units.values():
            # Not known, nothing failed, something met: it could still be proposed, if there is a place at all.
            if unit.group == group and "not_met" not in unit.criteria.values() and 0 < unit.met < unit.applicable:
                unit.council = quota != 0
    return proposed


LEADING = ("Chủ tịch", "Phó Chủ tịch", "Phó CT", "Trưởng phòng", "Phó Trưởng phòng", "Phó trưởng phòng")


def judge_person(truth: Truth, person: Person, units: dict[str, UnitFacts], cases: list[Case]) -> PersonFacts:
    """One person's criteria."""
    namesakes = [p for p in truth.persons or () if (p.name, p.unit) == (person.name, person.unit)]
    i1 = "met" if person.classification in ("Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ") else "not_met"
    mine = [c for c in cases if c.officer == person.name and c.row.unit == person.unit]
    i2 = from_cases(mine)["on_time"].verdict if truth.dossiers is not None else "no_data"
    own = person.initiative not in ("", "Không")
    written = [
        i
        for i in truth.initiatives or ()
        if person.name in i.author.split(", ") and i.unit == person.unit and i.recognised
    ]
    i5 = "met" if own or written else "not_met"
    if len(namesakes) > 1:
        i2 = "no_data"
        i5 = "met" if own else "no_data"
    criteria = {"i1": i1, "i2": i2, "i5": i5}
    leader = bool(person.leader) or person.position.startswith(LEADING)
    eligible = all(v in ("met", "not_applicable") for v in criteria.values())
    if leader and not units[person.unit].all_met:
        eligible = False
    return PersonFacts(person.name, person.unit, criteria, eligible)


def expected(truth: Truth, *, online_counted: bool = True) -> Facts:
    """Everything a result must say of a truth."""
    findings: set[str] = set()
    cases = join(truth.dossiers or (), findings)
    units = {n: judge_unit(truth, n, cases, findings, online_counted) for n in the_units(truth)}
    rank(units)
    persons = [judge_person(truth, p, units, cases) for p in truth.persons or ()]
    return Facts(units, persons, propose(truth, units), findings)
