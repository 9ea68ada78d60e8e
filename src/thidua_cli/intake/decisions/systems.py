"""Which system a table comes from: the one-stop software, the public service system, or dossiers handled outside both.

Contract, section 2: title lines, then the sheet's name, then the file's, with or without accents. "Một cửa" rules where
"dịch vụ công" stands in the same place; "Sổ theo dõi" alone says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatch

import numpy as np

from thidua_cli.findings import Finding
from thidua_cli.intake.decisions.words import WORDS
from thidua_cli.intake.layout.grid import Grid
from thidua_cli.intake.layout.names import stem
from thidua_cli.intake.layout.recognise import Recognition
from thidua_cli.intake.layout.shapes import shapes_of
from thidua_cli.intake.layout.titles import Title
from thidua_cli.intake.layout.words import all_words
from thidua_cli.intake.reading import Reading
from thidua_cli.intake.tables import Kind, System
from thidua_cli.records import record
from thidua_cli.text.glossary import called
from thidua_cli.text.vietnamese import clean


@record
class SaidSystem:
    """The system (None: it cannot be told), what said so (title, sheet, file, option, assumed), readings, findings."""

    system: System | None
    source: str
    readings: tuple[Reading, ...] = ()
    findings: tuple[Finding, ...] = ()


def system_of(
    grid: Grid, found: Recognition, rows: np.ndarray, titles: Sequence[Title], file: str, given: Mapping[str, str]
) -> SaidSystem:
    """The system of a table of dossiers or counts; tables of other kinds have none."""
    if found.kind not in (Kind.DOSSIERS, Kind.STATISTICS):
        return SaidSystem(None, "")
    stated = _stated(file, given)
    if stated is not None:
        return SaidSystem(
            stated, "option", (Reading("system_option", stated.value, params={"system": called("system", stated)}),)
        )
    place = (file, grid.sheet.name, found.block.range())
    register = False
    for source, text in places_of(titles, grid.said_by, file):
        named = named_in(text)
        register |= WORDS.within("system.register", text)
        if named:
            system = named[0]
            both = len(named) > 1 and named[:2] == [System.ONE_STOP, System.PUBLIC_SERVICE]
            findings = (Finding("system_both_named", {"file": file}, *place),) if both else ()
            others = tuple(other.value for other in named[1:])
            words = {"system": called("system", system), "source": called("system_from", source)}
            reading = Reading("system_named", system.value, others, words)
            return SaidSystem(system, source, (reading,), findings)
    if register and found.kind is Kind.DOSSIERS and not _has_codes_of_a_system(grid, found, rows):
        return SaidSystem(None, "", (Reading("system_unknown"),), (Finding("system_unknown", {"file": file}, *place),))
    rule = "system_register" if register else "system_assumed"
    assumed = Finding("system_assumed", {"file": file}, *place)
    return SaidSystem(System.ONE_STOP, "assumed", (Reading(rule, System.ONE_STOP.value),), (assumed,))


def places_of(titles: Sequence[Title], sheet: str, file: str) -> list[tuple[str, str]]:
    """Where a system may be named, in the order in which the places rule."""
    heading = " ".join(all_words(title.text) for title in titles)
    return [("title", heading), ("sheet", all_words(sheet)), ("file", all_words(stem(file)))]


def named_in(text: str) -> list[System]:
    """The systems that plain words name, the one that rules first."""
    if WORDS.within("system.logbook", text):
        return [System.LOGBOOK]
    both = (System.ONE_STOP, System.PUBLIC_SERVICE)
    return [system for system in both if WORDS.within(f"system.{system}", text)]


def names_system(titles: Sequence[Title]) -> bool:
    """Whether title lines say which system a table comes from."""
    return bool(named_in(" ".join(all_words(title.text) for title in titles)))


def _has_codes_of_a_system(grid: Grid, found: Recognition, rows: np.ndarray) -> bool:
    """Whether most dossier codes are those of an information system."""
    if "code" not in found.fields:
        return False
    seen = shapes_of(grid, found.fields["code"], rows)
    return seen.get("code", 0) * 2 > sum(seen.values())


def _stated(file: str, given: Mapping[str, str]) -> System | None:
    """A file's system as the option or the plan says it; whole names before patterns, case left aside."""
    names = {clean(file).casefold(), clean(file.replace("\\", "/").rsplit("/", 1)[-1]).casefold()}
    for name, system in given.items():
        if clean(name.replace("\\", "/")).casefold() in names:
            return System(system)
    for name, system in given.items():
        if any(fnmatch(known, clean(name).casefold()) for known in names):
            return System(system)
    return None
