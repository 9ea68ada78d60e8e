"""The plan that a command goes by, what is said of it, and the Word templates that lie beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_cli.cli.saying import say
from thidua_cli.text.language import t
from thidua_cli.text.plan_line import plan_line

if TYPE_CHECKING:
    from thidua_cli.choosing import ChosenPlan
    from thidua_cli.plan.model import Plan


def load(chosen: ChosenPlan, mapping_path: Path | None = None) -> Plan:
    """The plan, with the words of a mapping file if one is named."""
    return _taught(chosen.load(), mapping_path)


def _taught(plan: Plan, mapping_path: Path | None) -> Plan:
    if mapping_path is None:
        return plan
    from thidua_cli.plan.mapping import with_mapping

    return with_mapping(plan, mapping_path)


def load_changed(chosen: ChosenPlan, assignments: tuple[str, ...], mapping_path: Path | None = None) -> Plan:
    """The same plan with some values set otherwise (``tc3=60``)."""
    from thidua_cli.plan.loading import FILE_NAME, decode_plan, load_plan_text, read_plan_bytes
    from thidua_cli.plan.overrides import apply_overrides

    name = chosen.path.name if chosen.path is not None else FILE_NAME
    text = apply_overrides(decode_plan(read_plan_bytes(chosen.path), name), assignments)
    return _taught(replace(load_plan_text(text, name), origin=chosen.origin), mapping_path)


def line_of(plan: Plan, lang: str) -> str:
    """The first line of a screen: which plan, of which year, from where."""
    return plan_line(plan.title, plan.year, plan.origin, plan.source).text(lang)


def templates(chosen: ChosenPlan, named: Path | None) -> Path | None:
    """The folder of Word templates: the one named, else ``mau-word`` beside the plan, if it holds any template."""
    from thidua_cli.choosing import templates_of

    return named or templates_of([chosen.folder])


def say_other_templates(names: Sequence[str], lang: str) -> None:
    """That documents are made from other templates than when the result was made, on standard error."""
    if names:
        said = t(
            "Not the Word templates that this result was made with: {names}. To take those, name their folder with "
            "--templates.",
            names=", ".join(names),
        )
        say(said, lang, err=True)


def say_templates(folder: Path | None, named: Path | None, lang: str) -> None:
    """That templates were taken without being asked for, on standard error, also with --quiet."""
    if folder is not None and named is None:
        said = t("The office's own Word templates are taken from {folder}.", folder=folder)
        say(said, lang, err=True)
