"""The screen's list of what is not filled in yet, by unit."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_cli.records import record
from thidua_cli.reports.owing import Owed, UnitOwes, unfilled
from thidua_cli.reports.terminal.layout import Screen
from thidua_cli.text.language import Lang, Message, joined, t


def render_owed(units: Sequence[UnitOwes], *, width: int = 80, lang: Lang = "vi", most: int = 1000) -> str:
    """What is still missing: once for all where every unit owes it, then by unit; ``most`` units are named."""
    screen = Screen(max(40, width), lang=lang)
    common = [owed for owed in units[0].owed if all(owed in one.owed for one in units)] if len(units) > 1 else []
    head = (
        t("Not filled in yet: {count:unit|units} still owe something.", count=len(units))
        if unfilled(units)
        else t("Still to mend or confirm: {count:unit|units}.", count=len(units))
    )
    lines = screen.wrap(head)
    if common:
        lines += ["", *screen.wrap(t("All of them:"))]
        lines += [line for owed in common for line in screen.wrap(_text(owed), first="  [ ] ")]
    own = [(one.unit.name, [owed for owed in one.owed if owed not in common]) for one in units]
    own = [(name, rest) for name, rest in own if rest]
    for name, rest in own[:most]:
        lines += ["", *screen.wrap(name)]
        lines += [line for owed in rest for line in screen.wrap(_text(owed), first="  [ ] ")]
    if len(own) > most:
        lines += screen.wrap(t("… and {count:unit|units} more.", count=len(own) - most))
    return "\n".join(lines)


@record
class OwedList(Message):
    """The same as the message of an error."""

    source: str = ""
    units: Sequence[UnitOwes] = ()
    most: int = 1000

    def text(self, lang: str = "vi") -> str:
        """The list in one language."""
        return render_owed(self.units, lang="en" if lang == "en" else "vi", most=self.most)


def _text(owed: Owed) -> Message:
    criteria = f" ({', '.join(owed.criteria)})" if owed.criteria else ""
    office = t(" (for the office itself)") if owed.office else ""
    return joined([owed.what, criteria, office, ": ", owed.why], "")
