"""The screen of ``score``: standings per group, then persons, proposals, findings, and where the files lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua_cli.reports import wording
from thidua_cli.reports.ranks import told_reasons
from thidua_cli.reports.shortening import clean, display_width, short_names
from thidua_cli.reports.terminal.layout import (
    Screen,
    centre,
    pad,
    pad_left,
    table_widths,
)
from thidua_cli.reports.terminal.lists import files_lines, finding_lines, own_lines, person_lines, proposal_lines
from thidua_cli.reports.terminal.texts import say
from thidua_cli.reports.wording import Lang
from thidua_cli.result import MeasureResult, Result, UnitResult

VERDICT_STYLES = {"met": "good", "not_met": "bad", "no_data": "warn", "not_applicable": "dim"}
_LEAST_NAME = 18
"""Columns that a unit's name needs beside the signs; with less, the signs go to a line of their own."""


def render_standings(
    result: Result,
    *,
    width: int = 80,
    colour: bool = False,
    lang: Lang = "vi",
    files: Sequence[str] = (),
    out_dir: str = "",
    own: Sequence[tuple[str, str]] = (),
    max_findings: int = 12,
) -> str:
    """Everything that ``score`` prints, in lines of at most ``width`` columns (at least 40), without a final line end.

    ``files`` are the names of the files written into ``out_dir``; ``own`` names and kinds of what the program wrote
    itself and did not read; ``max_findings`` limits the kinds of findings shown.
    Without ``colour`` there is no control character but the line ends.
    """
    screen = Screen(max(40, width), colour)
    groups = list(dict.fromkeys(unit.group for unit in result.units))
    parts = [
        _title(result, screen, lang),
        *(_Group(result, group, screen, lang).lines() for group in groups),
        _legend(result, screen, lang) if groups else [say("no_units", lang)],
        person_lines(result, screen, lang),
        proposal_lines(result, screen, lang),
        finding_lines(result, screen, lang, max_findings),
        own_lines(own, screen, lang),
        files_lines(files, out_dir, screen, lang),
    ]
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts if part)


def _title(result: Result, screen: Screen, lang: Lang) -> list[str]:
    groups = len({unit.group for unit in result.units})
    date = wording.date_text(result.as_of)
    return [
        *(screen.paint(line, "bold") for line in screen.wrap(result.plan.title)),
        *screen.wrap(say("as_of", lang, date=date, units=len(result.units), groups=groups)),
    ]


class _Group:
    """The table of one group."""

    def __init__(self, result: Result, group: str, screen: Screen, lang: Lang) -> None:
        self.result, self.group, self.screen, self.lang = result, group, screen, lang
        self.units = [unit for unit in result.units if unit.group == group]
        self.criteria = [info.id for info in result.plan.criteria]
        self.labels = [wording.criterion_label(criterion) for criterion in self.criteria]
        self.rank = max(display_width(say("rank", lang)), *(len(self._rank(unit)) for unit in self.units)) + 1
        scores = [display_width(wording.score_text(unit)) for unit in self.units]
        self.score = max(display_width(say("score", lang)), *scores) + 1
        room = screen.width - self.rank - self.score
        self.signs = table_widths(room - 30, self.labels)
        longest = max(display_width(clean(unit.name)) for unit in self.units)
        self.stacked = room - sum(self.signs) < _LEAST_NAME
        limit = room if self.stacked else room - sum(self.signs)
        self.name = min(limit, max(longest, _LEAST_NAME) + 1)
        self.names = short_names((unit.name for unit in self.units), self.name - 1)
        self.reasons = told_reasons(result, self.units, lang)
        self.asked: set[tuple[int, str]] = set()
        self.left_out = {one.unit: one.reason for one in result.exclusions if one.individual is None}

    def lines(self) -> list[str]:
        """Heading, head of the table, and each unit with what it missed."""
        lines = [self.screen.paint(line, "head") for line in self.screen.wrap(self._heading())]
        lines.append(self._table_head())
        for unit in self.units:
            lines += self._unit(unit)
        return lines

    def _heading(self) -> str:
        quotas = {info.name: info.quota for info in self.result.plan.groups}
        quota = quotas.get(self.group) or ""
        words = say("quota", self.lang, quota=quota) if quota else ""
        met = sum(unit.all_met for unit in self.units)
        return say("group", self.lang, name=self.group, met=met, all=len(self.units), quota=words)

    def _table_head(self) -> str:
        rank = pad(say("rank", self.lang), self.rank)
        name = pad(say("unit", self.lang), self.name)
        signs = "" if self.stacked else self._columns(self.labels)
        score = pad_left(say("score", self.lang), self.score)
        return self.screen.paint(rank + name + signs + score, "bold")

    def _columns(self, texts: Sequence[str]) -> str:
        return "".join(centre(text, width) for text, width in zip(texts, self.signs, strict=True))

    def _rank(self, unit: UnitResult) -> str:
        return f"{unit.rank}{'=' if unit.tied else ''}"

    def _unit(self, unit: UnitResult) -> list[str]:
        score = pad_left(wording.score_text(unit), self.score)
        rank, name = pad(self._rank(unit), self.rank), self.names[unit.name]
        verdicts = {criterion.id: criterion.verdict for criterion in unit.criteria}
        chosen = [verdicts.get(criterion, "not_applicable") for criterion in self.criteria]
        signs = [self._sign(verdict, width) for verdict, width in zip(chosen, self.signs, strict=True)]
        whole = Screen(self.rank + self.name - 1).wrap(name, first=rank, rest=" " * self.rank)
        lines = [pad(whole[0], self.rank + self.name) + ("" if self.stacked else "".join(signs)) + score, *whole[1:]]
        if self.stacked:
            pairs = (
                f"{label} {self.screen.paint(wording.verdict_symbol(verdict), VERDICT_STYLES[verdict])}"
                for label, verdict in zip(self.labels, chosen, strict=True)
            )
            lines += self._flow(pairs)
        return lines + self._remarks(unit)

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
        for missed in wording.missed(unit, self.result):
            symbol = wording.verdict_symbol(missed.measure.verdict)
            label = wording.criterion_label(missed.criterion.id)
            text = missed.text if self.lang == "vi" else self._missed_en(missed.measure)
            wrapped = self.screen.wrap(f"{label} {text}", first=f"{indent}{symbol} ")
            painted = self.screen.paint(symbol, VERDICT_STYLES[missed.measure.verdict])
            lines += [wrapped[0].replace(symbol, painted, 1), *wrapped[1:]]
        # Those tied at the quota have one question in common: it stands below the first of them.
        for reason in (one for one in unit.council_reasons if (unit.rank, one) not in self.asked):
            self.asked.add((unit.rank, reason))
            lines += self.screen.wrap(say("council", self.lang, reason=reason), first=f"{indent}! ")
        if unit.all_met and unit.id in self.left_out:
            text = say("left_out", self.lang, reason=self.left_out[unit.id])
            lines += self.screen.wrap(text, first=f"{indent}- ")
        if unit.id in self.reasons:
            text = say("rank_by", self.lang, reason=self.reasons[unit.id])
            lines += [self.screen.paint(line, "dim") for line in self.screen.wrap(text, first=f"{indent}· ")]
        return lines

    def _missed_en(self, measure: MeasureResult) -> str:
        info = wording.measures(self.result).get(measure.id)
        name = (info.short_name or info.name) if info else measure.id
        if measure.verdict == "no_data":
            return (
                f"{name}: {wording.reason_text(measure.reason, 'en') or wording.verdict_word('no_data', 'en').lower()}"
            )
        text = (
            f"{name}: {wording.ratio_text(measure, info)}, {say('needs', 'en', limit=wording.threshold_text(measure))}"
        )
        lack = say("lacks", "en", n=wording.decimal_text(measure.shortfall)) if measure.shortfall else ""
        return f"{text}; {lack}" if lack else text


def _legend(result: Result, screen: Screen, lang: Lang) -> list[str]:
    signs = f"{wording.legend(lang)}; {say('tied', lang)}."
    titles = "; ".join(
        f"{wording.criterion_label(info.id)} {info.short_title or info.title}" for info in result.plan.criteria
    )
    return [screen.paint(line, "dim") for text in (signs, f"{titles}.") for line in screen.wrap(text)]
