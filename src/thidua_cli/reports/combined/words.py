"""Words and figures of the combined reports."""

from __future__ import annotations

from collections import Counter

from thidua_cli.combined import CombinedResult
from thidua_cli.text.glossary import words
from thidua_cli.text.language import t

NOT_RANKED = t("The parts go by different plans and are not ranked together: each part's folder has its own standing.")
_SHAPES = {"locality": "Địa phương", "unit": "Đơn vị nộp riêng"}


def shape_word(shape: str | None) -> str:
    """What a part is."""
    return _SHAPES.get(shape or "", "")


def combined_title(combined: CombinedResult) -> str:
    """The title of the plan; of several, how many there are."""
    if combined.one_plan:
        return combined.plan.title
    return t("{count} different plans", count=len(combined.plans)).text()


def standing_words(combined: CombinedResult) -> list[str]:
    """What decides the standing, in its order."""
    names = {**{measure.id: measure.name for measure in combined.measures}, **words("ranking")}
    return [str(names.get(name, name)) for name in combined.standings]


def judged(combined: CombinedResult) -> Counter[tuple[str, str]]:
    """How many units could be judged by each criterion, by part (empty: in all parts together) and criterion."""
    return Counter(
        (part, criterion)
        for unit in combined.units
        for criterion, verdict in unit.verdicts.items()
        if verdict in ("met", "not_met")
        for part in ("", unit.part)
    )
