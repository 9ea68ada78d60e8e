"""A reading is a value: what was asked of a table, what it may be, what was chosen, and the sentence that says why.

Every decision of :mod:`thidua_cli.intake` that could have been answered otherwise ends in a :class:`Reading`. ``check``
shows them, the receipt in ``result.json`` keeps them, tests ask them. Their words stand in ``reading.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import NamedTuple

from thidua_cli.records import record
from thidua_cli.text.data import data_beside, params_of
from thidua_cli.text.language import Message, Param
from thidua_cli.text.quoting import quoted, quoted_in


class Rule(NamedTuple):
    """One rule: the question it answers, its sentence, parameters of an example, and what else says the same."""

    question: str
    words: Message
    example: Mapping[str, Param]
    said_by: str = ""


_FILE = data_beside(__file__)

RULES: Mapping[str, Rule] = {
    code: Rule(
        entry["question"],
        Message(entry["words"], context=entry.get("context", "")),
        params_of(entry["example"]),
        entry.get("said_by", ""),
    )
    for code, entry in _FILE["rule"].items()
}
"""Every rule by its code; within a question in the order in which they are tried."""


PARTS = ("question", "row", "column")
"""What ``docs/readings.md`` explains in words."""


def explained(part: str) -> Mapping[str, tuple[Message, ...]]:
    """In words, for ``docs/readings.md``: each ``question`` and its order, what a ``row`` or ``column`` may be."""
    return {name: tuple(map(Message, entry.values())) for name, entry in _FILE[part].items()}


_OF_HEADS = ("identity_holds", "unit_within_cells", "unit_column_unknown", "score_of_title")
"""Rules that choose a column; of the others the choice is a unit, a label or a word of the program."""


@record
class Reading:
    """One decision: the rule that made it, its parameters, the choice ("": nothing was chosen), what else it may be.

    ``cell`` is where what decided stands (A1, or empty for the name of a sheet or file).
    """

    rule: str
    choice: str = ""
    others: tuple[str, ...] = ()
    params: Mapping[str, Param] = field(default_factory=dict)
    cell: str = ""

    def __post_init__(self) -> None:
        """Whoever makes a reading, a word of the input stands in it only as far as it may be said."""
        kind = "head" if self.rule.startswith(("column", "period", "partial", *_OF_HEADS)) else "unit"
        object.__setattr__(self, "choice", quoted(kind, self.choice))
        object.__setattr__(self, "others", tuple(quoted(kind, other) for other in self.others))
        object.__setattr__(self, "params", {name: quoted_in(kind, value) for name, value in self.params.items()})

    @property
    def kind(self) -> Rule:
        """The rule's question and words."""
        return RULES[self.rule]

    def sentence(self, lang: str = "vi") -> str:
        """Why, in one sentence."""
        others = "; ".join(f"“{other}”" for other in self.others)
        said = {"choice": self.choice, "others": others, **self.params}
        return replace(self.kind.words, params=said).text(lang)


def example_of(rule: str) -> Reading:
    """A reading as the rule makes them, with the parameters of its example."""
    params = dict(RULES[rule].example)
    others = str(params.pop("others", "")).split("; ")
    choice = params.pop("choice", "") if isinstance(params.get("choice"), str) else ""
    return Reading(rule, str(choice), tuple(filter(None, others)), params)


@record
class ColumnUse:
    """One column of a table: the cell of its lowest head, its heads joined, and what it was taken for.

    ``use`` is the name of a field, ``ordinal``, ``personal`` (dropped on reading), ``note``, ``percent`` or ``unused``
    (known, but nothing rests on it); None is a column that is not known.
    """

    cell: str
    head: str
    use: str | None

    def __post_init__(self) -> None:
        """A head is said as far as it may be: what stands there may be a row of data."""
        object.__setattr__(self, "head", quoted("head", self.head))


ROW_CLASSES = ("data", "total", "group", "index", "header", "note", "empty")
"""What a row below a header may be (contract, section 2.1); ``header`` is a repeated one."""


@record
class Account:
    """Every row from below the header to the table's end by class, and every column.

    ``first`` and ``last`` are those rows (1-based, inclusive; ``last`` < ``first`` where there is none).
    """

    rows: Mapping[str, int] = field(default_factory=dict)
    columns: tuple[ColumnUse, ...] = ()
    first: int = 0
    last: int = 0
