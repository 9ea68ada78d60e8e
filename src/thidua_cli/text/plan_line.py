"""The line that says which plan a run goes by: its year, its title, and where it came from."""

from __future__ import annotations

from typing import Literal, Protocol

from thidua_cli.text.language import Message, t

Origin = Literal["", "builtin", "included", "file", "data", "working", "option"]
"""Where a plan came from: built in (chosen for want of another, or just the same), a file (beside the data, the working
folder's, named); empty where nobody says."""


def plan_line(title: str, year: int, origin: Origin, file: str) -> Message:
    """One sentence for the first line of a screen and the front of a report; ``file`` is a bare name."""
    if not origin:
        return t("Plan of {year}: {title}.", year=str(year), title=title)
    return t("Plan of {year}: {title} ({origin}).", year=str(year), title=title, origin=_words(origin, file))


def _words(origin: Origin, file: str) -> Message:
    if origin == "builtin":
        return t("built-in plan, for there is no criteria.yaml beside the data")
    if origin == "included":
        return t("the plan that comes with the program")
    if origin == "file":
        return t("file {file}", file=file)
    if origin == "data":
        return t("file {file} beside the data", file=file)
    if origin == "working":
        return t("file {file} in the working folder", file=file)
    return t("file {file}, named by --plan", file=file)


class NamedPlan(Protocol):
    """What a result says about its plan."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def year(self) -> int:
        """The year of the movement."""

    @property
    def file(self) -> str:
        """The bare name of its file."""


def line_of(plan: NamedPlan, lang: str = "vi", origin: Origin = "") -> str:
    """The line for the plan that a result was made by: the same however it was found, unless ``origin`` says it."""
    if not plan.file and origin in {"", "option"}:
        origin = "included"  # the built-in plan, or a copy of it under any name
    return plan_line(plan.title, plan.year, origin or "file", plan.file or "criteria.yaml").text(lang)
