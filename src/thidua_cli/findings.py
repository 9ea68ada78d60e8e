"""The catalogue of everything that can be wrong with data: code, severity, text, hint.

Findings are data, not exceptions: a code that never changes, the parameters of its text, and a place. Kinds and their
words stand in ``findings.toml``; ``docs/findings.md`` and the list of tests are generated from :data:`CATALOGUE`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum
from typing import Any, Literal, NamedTuple

from thidua_cli.records import record
from thidua_cli.text.data import data_beside, params_of
from thidua_cli.text.language import Message, Param, t
from thidua_cli.text.quoting import quoted_in
from thidua_cli.text.vietnamese import sort_key


class Severity(StrEnum):
    """``error``: a figure may be wrong or missing; ``warning``: someone should look; ``info``: said for the record."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


EMPTY = t("(empty)")
"""What stands in place of a value where the cell is empty."""


class Instead(NamedTuple):
    """Other words for the same finding where one parameter has a value that the usual words do not suit."""

    parameter: str
    value: Param
    message: Message
    hint: Message


class FindingKind(NamedTuple):
    """One kind of finding. Its words are templates over the finding's parameters, of which ``example`` has real ones.

    ``command`` is what to type where a command or an option does what the hint says: for the screen, never on a page or
    in a paper. ``quotes`` is what a parameter quotes of an input where its name alone does not tell. ``mended_by`` is
    the office where that judges by it (plan, register, mapping, decisions), so that no unit is asked for it.
    """

    code: str
    severity: Severity
    name: Message
    message: Message
    hint: Message
    example: Mapping[str, Param]
    command: str
    quotes: Mapping[str, str]
    mended_by: Literal["unit", "office"]
    instead: Instead | None


def _kind(code: str, entry: dict[str, Any]) -> FindingKind:
    other = entry.get("instead")
    return FindingKind(
        code,
        Severity(entry["severity"]),
        Message(entry["name"]),
        *_words(entry),
        params_of(entry.get("example", {})),
        entry.get("command", ""),
        entry.get("quotes", {}),
        entry.get("mended_by", "unit"),
        Instead(other["parameter"], params_of(other)["value"], *_words(other)) if other else None,
    )


def _words(entry: dict[str, Any]) -> tuple[Message, Message]:
    return Message(entry["message"]), Message(entry["hint"])


_FILE = data_beside(__file__)
PARAMETERS: Mapping[str, str] = _FILE.pop("parameters")
"""What a parameter quotes of an input by its name, as kinds of :mod:`thidua_cli.text.quoting`; "": nothing."""

GROUPS: Mapping[Message, Mapping[str, FindingKind]] = {
    Message(group.pop("title")): {code: _kind(code, entry) for code, entry in group.items()} for group in _FILE.values()
}
"""The kinds by subject, under the subject's name: the order of the documentation."""

CATALOGUE: Mapping[str, FindingKind] = {code: kind for kinds in GROUPS.values() for code, kind in kinds.items()}
"""Every kind of finding by its code."""

MAX_CELLS = 1_000
"""How many cells one finding keeps for the list of things to mend."""

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@record
class Finding:
    """One finding: a kind of the catalogue, the parameters of its text, and where it stands.

    ``file`` is the input's display name, ``cell`` an A1 address or range, ``unit`` a unit's id; each may be empty.
    ``count`` is how many cells or rows this one finding stands for (the cell is then the first of them).
    """

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)
    file: str = ""
    sheet: str = ""
    cell: str = ""
    unit: str = ""
    count: int = 1
    cells: tuple[str, ...] = ()
    """All the cells that it stands for, as far as :data:`MAX_CELLS`; empty where that is ``cell`` alone."""
    units: tuple[str, ...] = ()
    """The ids of the units whose rows it is about, where ``unit`` does not say it alone."""
    period: str = ""
    """Which time the figures are of that it is about (2020, 2021-Q1 …), where that is what is wrong."""

    def __post_init__(self) -> None:
        """Whoever makes a finding, a word of the input stands in it only as far as it may be said."""
        object.__setattr__(self, "params", {name: self._said(name, value) for name, value in self.params.items()})

    def _said(self, name: str, value: Param) -> Param:
        quotes = self.kind.quotes.get(name, PARAMETERS.get(name))
        return quoted_in(quotes, value) if quotes and value != EMPTY else value

    @property
    def kind(self) -> FindingKind:
        """This finding's entry in the catalogue."""
        return CATALOGUE[self.code]

    @property
    def severity(self) -> Severity:
        """How much it matters (fixed per code)."""
        return self.kind.severity

    def name(self, lang: str = "vi") -> str:
        """What kind of finding it is, in a few words."""
        return self.kind.name.text(lang)

    @property
    def sentence(self) -> Message:
        """What is wrong, in one sentence."""
        return replace(self._words().message, params=self.params)

    @property
    def remedy(self) -> Message:
        """What to do next, in one sentence."""
        return replace(self._words().hint, params=self.params)

    def message(self, lang: str = "vi") -> str:
        """The sentence in one language."""
        return self.sentence.text(lang)

    def hint(self, lang: str = "vi") -> str:
        """The remedy in one language."""
        return self.remedy.text(lang)

    def command(self) -> str:
        """What to type where a command or an option does what the hint says; else empty."""
        return self.kind.command.format(**self.params)

    def _words(self) -> FindingKind | Instead:
        instead = self.kind.instead
        return instead if instead is not None and self.params.get(instead.parameter) == instead.value else self.kind

    def sort_key(self) -> tuple[object, ...]:
        """Order that does not depend on the order of rows, sheets or files: the place comes last."""
        words = sort_key(self.message())
        return (_RANK[self.severity], self.code, self.unit, words, self.file, self.sheet, _cell_key(self.cell))


def _cell_key(cell: str) -> tuple[int, int, str]:
    letters = "".join(c for c in cell.split(":", maxsplit=1)[0] if c.isalpha())
    digits = "".join(c for c in cell.split(":", maxsplit=1)[0] if c.isdigit())
    return (int(digits or 0), len(letters), letters)
