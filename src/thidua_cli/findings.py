"""The catalogue of everything that can be wrong with data: code, severity, Vietnamese and English text, hint.

Findings are data, not exceptions: a code that never changes, the parameters of its text, and a place. The page
``docs/findings.md`` and the list of tests are generated from :data:`CATALOGUE`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thidua_cli.finding_texts import TEXTS


class Severity(StrEnum):
    """``error``: a figure may be wrong or missing; ``warning``: someone should look; ``info``: said for the record."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One kind of finding. Texts are ``str.format`` templates over the finding's parameters."""

    code: str
    severity: Severity
    vi: str
    en: str
    hint_vi: str
    hint_en: str


CATALOGUE: Mapping[str, FindingKind] = {
    code: FindingKind(code, Severity(severity), vi, en, hint_vi, hint_en)
    for code, (severity, vi, en, hint_vi, hint_en) in TEXTS.items()
}
"""Every kind of finding by its code."""

MAX_CELLS = 1_000
"""How many cells one finding keeps for the list of things to mend."""

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: a kind of the catalogue, the parameters of its text, and where it stands.

    ``file`` is the input's display name, ``cell`` an A1 address or range, ``unit`` a unit's id; each may be empty.
    ``count`` is how many cells or rows this one finding stands for (the cell is then the first of them).
    """

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    file: str = ""
    sheet: str = ""
    cell: str = ""
    unit: str = ""
    count: int = 1
    cells: tuple[str, ...] = ()
    """All the cells that it stands for, as far as :data:`MAX_CELLS`; empty where that is ``cell`` alone."""

    @property
    def kind(self) -> FindingKind:
        """This finding's entry in the catalogue."""
        return CATALOGUE[self.code]

    @property
    def severity(self) -> Severity:
        """How much it matters (fixed per code)."""
        return self.kind.severity

    def message(self, lang: str = "vi") -> str:
        """What is wrong, in one sentence."""
        kind = self.kind
        return (kind.en if lang == "en" else kind.vi).format(**self.params)

    def hint(self, lang: str = "vi") -> str:
        """What to do next, in one sentence."""
        kind = self.kind
        return (kind.hint_en if lang == "en" else kind.hint_vi).format(**self.params)

    def sort_key(self) -> tuple[object, ...]:
        """Order that does not depend on the order of rows, sheets or files: the place comes last."""
        return (_RANK[self.severity], self.code, self.unit, self.message(), self.file, self.sheet, _cell_key(self.cell))


def _cell_key(cell: str) -> tuple[int, int, str]:
    letters = "".join(c for c in cell.split(":", maxsplit=1)[0] if c.isalpha())
    digits = "".join(c for c in cell.split(":", maxsplit=1)[0] if c.isdigit())
    return (int(digits or 0), len(letters), letters)
