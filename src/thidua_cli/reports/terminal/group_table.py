"""The table of one group on the screen: rank, unit, a sign a criterion, score; with what was missed, or in short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from thidua_cli.reports import prospects, wording
from thidua_cli.reports.ranks import tie_breaks, told_reasons
from thidua_cli.reports.shortening import clean, short_names
from thidua_cli.reports.terminal.layout import (
    Screen,
    centre,
    cut,
    pad,
    pad_left,
    table_widths,
)
from thidua_cli.reports.terminal.lists import for_council
from thidua_cli.result import Result, UnitResult
from thidua_cli.text.glossary import UNKNOWN_GROUP, word
from thidua_cli.text.language import Message, joined, t
from thidua_cli.text.wrapping import display_width

VERDICT_STYLES = {"met": "good", "not_met": "bad", "no_data": "warn", "not_applicable": "dim"}
_LEAST_NAME = 18
"""Columns that a unit's name needs beside the signs; with less, the signs go to a line of their own."""
_FEW_UNITS = 30
"""Up to so many units, what decided among equals may take a second line; ``--details`` and the page tell all."""


class GroupTable:
    """The table of one group."""

    def __init__(self, result: Result, group: str, screen: Screen, marks: Mapping[str, str] | None = None) -> None:
        """``marks``: a sign by unit, set behind its score."""
        self.marks = marks or {}
        self.result, self.group, self.screen = result, group, screen
        self.heads = [word(name, screen.lang) for name in ("rank", "unit", "score")]
        self.units = [unit for unit in result.units if unit.group == group]
        self.criteria = [info.id for info in result.plan.criteria]
        self.labels = [wording.criterion_label(criterion) for criterion in self.criteria]
        self.rank = max(display_width(self.heads[0]), *(len(self._rank(unit)) for unit in self.units)) + 1
        scores = [display_width(wording.score_text(unit, screen.lang)) for unit in self.units]
        self.score = max(display_width(self.heads[2]), *scores) + 1
        room = screen.width - self.rank - self.score - (2 if self.marks else 0)
        self.signs = table_widths(room - 30, self.labels)
        longest = max(display_width(clean(unit.name)) for unit in self.units)
        self.stacked = room - sum(self.signs) < _LEAST_NAME
        limit = room if self.stacked else room - sum(self.signs)
        self.name = min(limit, max(longest, _LEAST_NAME) + 1)
        self.names = short_names((unit.name for unit in self.units), self.name - 1)
        self.reasons = told_reasons(result, self.units, screen.lang)
        self.asked: set[tuple[int, str]] = set()
        self.left_out = {
            one.unit: wording.told(one, "reason", screen.lang) for one in result.exclusions if one.individual is None
        }

    def lines(self) -> list[str]:
        """Heading, head of the table, and each unit with what it missed."""
        lines = self._head()
        for unit in self.units:
            lines += self._unit(unit) + self._remarks(unit)
        return lines

    def short(self) -> list[str]:
        """Heading, head of the table, each unit, and what decided among those of one score."""
        lines = self._head()
        for unit in self.units:
            lines += self._unit(unit)
        return lines + tie_lines(self.result, self.units, self.screen)

    def _head(self) -> list[str]:
        return [*self.screen.head(self._heading()), self._table_head()]

    def _heading(self) -> Message:
        quota = {info.name: info.quota for info in self.result.plan.groups}.get(self.group)
        words = t("; quota {quota}", quota=quota) if quota else ""
        return joined([met_words(self.group, [unit.all_met for unit in self.units]), words], "")

    def _table_head(self) -> str:
        rank, name, score = self.heads
        signs = "" if self.stacked else self._columns(self.labels)
        head = pad(rank, self.rank) + pad(name, self.name) + signs + pad_left(score, self.score)
        return self.screen.paint(head, "bold")

    def _columns(self, texts: Sequence[str]) -> str:
        return "".join(centre(text, width) for text, width in zip(texts, self.signs, strict=True))

    def _rank(self, unit: UnitResult) -> str:
        return f"{unit.rank}{'=' if unit.tied else ''}"

    def _unit(self, unit: UnitResult) -> list[str]:
        score = pad_left(wording.score_text(unit, self.screen.lang), self.score)
        rank, name = pad(self._rank(unit), self.rank), self.names[unit.name]
        verdicts = {criterion.id: criterion.verdict for criterion in unit.criteria}
        chosen = [verdicts.get(criterion, "not_applicable") for criterion in self.criteria]
        signs = [self._sign(verdict, width) for verdict, width in zip(chosen, self.signs, strict=True)]
        whole = Screen(self.rank + self.name - 1).wrap(name, first=rank, rest=" " * self.rank)
        mark = f" {self.marks[unit.id]}" if unit.id in self.marks else ""
        columns = ("" if self.stacked else "".join(signs)) + score + mark
        lines = [pad(whole[0], self.rank + self.name) + columns, *whole[1:]]
        if self.stacked:
            pairs = (
                f"{label} {self.screen.paint(wording.verdict_symbol(verdict), VERDICT_STYLES[verdict])}"
                for label, verdict in zip(self.labels, chosen, strict=True)
            )
            lines += self._flow(pairs)
        return lines

    def _flow(self, pairs: Iterable[str]) -> list[str]:
        indent, lines, used = " " * self.rank, [], 0
        size = max(len(label) for label in self.labels) + 4
        line = indent
        for pair in pairs:
            if used and self.rank + used + size > self.screen.width:
                lines.append(line)
                line, used = indent, 0
            line += f"{pair}  "
            used += size
        return [*lines, line]

    def _sign(self, verdict: str, width: int) -> str:
        symbol = wording.verdict_symbol(verdict)
        return centre(symbol, width).replace(symbol, self.screen.paint(symbol, VERDICT_STYLES[verdict]))

    def _remarks(self, unit: UnitResult) -> list[str]:
        indent, lines = " " * self.rank, []
        for missed in prospects.missed(unit, self.result, self.screen.lang):
            symbol = wording.verdict_symbol(missed.measure.verdict)
            label = wording.criterion_label(missed.criterion.id)
            wrapped = self.screen.wrap(f"{label} {missed.text}", first=f"{indent}{symbol} ")
            painted = self.screen.paint(symbol, VERDICT_STYLES[missed.measure.verdict])
            lines += [wrapped[0].replace(symbol, painted, 1), *wrapped[1:]]
        # Those tied at the quota have one question in common: it stands below the first of them.
        reasons = wording.told(unit, "council_reasons", self.screen.lang)
        for reason in (one for one in reasons if (unit.rank, one) not in self.asked):
            self.asked.add((unit.rank, reason))
            lines += self.screen.wrap(for_council(reason), first=f"{indent}! ")
        if unit.all_met and unit.id in self.left_out:
            text = t("Not proposed: {reason}", reason=self.left_out[unit.id])
            lines += self.screen.wrap(text, first=f"{indent}- ")
        if unit.id in self.reasons:
            text = t("Ranked by {reason}", reason=self.reasons[unit.id].text(self.screen.lang))
            lines += [self.screen.paint(line, "dim") for line in self.screen.wrap(text, first=f"{indent}· ")]
        return lines


def met_words(group: str, met: Sequence[bool]) -> Message:
    """How many units of a group meet everything."""
    name = t("Group unknown") if group == UNKNOWN_GROUP else group
    return t("{name}: {met} of {all:unit meets|units meet} every criterion", name=name, met=sum(met), all=len(met))


def tie_lines(result: Result, units: Sequence[UnitResult], screen: Screen) -> list[str]:
    """What decided where the scores do not tell the ranks: “· Hạng xét theo Chỉ số CCHC: 1. 89,75; 2. 87,2”."""
    told = [
        f"{what}: {'; '.join(f'{rank}. {figure}' for rank, figure in by_rank.items())}"
        for what, by_rank in tie_breaks(result, units, screen.lang)
    ]
    if not told:
        return []
    text = t("Ranks by {what}", what="; ".join(told))
    lines = cut(screen.wrap(text, first="· "), 2 if len(result.units) <= _FEW_UNITS else 1, screen.width)
    return [screen.paint(line, "dim") for line in lines]
