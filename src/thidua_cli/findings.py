"""The catalogue of everything that can be wrong with data: code, severity, text, hint.

Findings are data, not exceptions: a code that never changes, the parameters of its text, and a place. The page
``docs/findings.md`` and the list of tests are generated from :data:`CATALOGUE`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum

from thidua_cli.finding_texts import COMMANDS, EMPTY, NAMES, TEXTS, Instead
from thidua_cli.finding_texts.quotes import quotes
from thidua_cli.records import record
from thidua_cli.text.language import Message, Param
from thidua_cli.text.quoting import quoted_in
from thidua_cli.text.vietnamese import sort_key


class Severity(StrEnum):
    """``error``: a figure may be wrong or missing; ``warning``: someone should look; ``info``: said for the record."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@record
class FindingKind:
    """One kind of finding. Its words are templates over the finding's parameters.

    ``instead`` has other words for one value of one parameter; ``example`` has the parameters of an example.
    """

    code: str
    severity: Severity
    message: Message
    hint: Message
    example: Mapping[str, Param]
    instead: Instead | None = None


CATALOGUE: Mapping[str, FindingKind] = {
    code: FindingKind(code, Severity(text.severity), *text[1:]) for code, text in TEXTS.items()
}
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
        kind = quotes(self.code, name)
        return quoted_in(kind, value) if kind and value != EMPTY else value

    @property
    def kind(self) -> FindingKind:
        """This finding's entry in the catalogue."""
        return CATALOGUE[self.code]

    @property
    def severity(self) -> Severity:
        """How much it matters (fixed per code)."""
        return self.kind.severity

    def name(self) -> str:
        """What kind of finding it is, in a few Vietnamese words."""
        return NAMES[self.code]

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
        return COMMANDS.get(self.code, "").format(**self.params)

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
