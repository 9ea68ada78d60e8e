"""Words of findings about units and their register."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.finding_texts.text import EMPTY, Instead, Text
from thidua_cli.text.language import t

TITLE = t("Units")

TEXTS: Mapping[str, Text] = {
    "unknown_unit": Text(
        "error",
        t("Unknown unit “{name}” ({count:row|rows}): counted for no unit."),
        t(
            "Correct the name, or add “{name}” to the column “Tên gọi khác” of the right unit in the unit register.{suggestion}"
        ),
        {
            "name": "Phường An Lọc",
            "count": 3,
            "suggestion": t(" Nearest: “{close}”.", close="Phường An Lộc"),
        },
        Instead(
            "name",
            EMPTY,
            t("No unit is written ({count:row|rows}): counted for no unit."),
            t("Write the unit's name in these rows."),
        ),
    ),
    "ambiguous_unit": Text(
        "error",
        t("The unit name “{name}” ({count:row|rows}) may mean {candidates}: nothing is chosen, counted for no unit."),
        t(
            "Write the full name in the table, or add “{name}” to the column “Tên gọi khác” of the right unit in the unit register."
        ),
        {"name": "P. Tân Hội", "count": 3, "candidates": "Phòng Tân Hội / Phường Tân Hội"},
    ),
    "duplicate_unit": Text(
        "error",
        t("The unit register has two rows “{name}” that differ in group or in being assessed."),
        t("Delete the wrong one, or make the names differ if they are two units."),
        {"name": "Phường An Lộc"},
    ),
    "missing_unit_data": Text(
        "warning",
        t("The unit has no row in {kind}."),
        t("Check whether the export covers every unit."),
        {"kind": t("the lists of dossiers")},
    ),
    "conflicting_rows": Text(
        "error",
        t("The unit has several differing rows in {kind} ({values}): none is chosen."),
        t("Keep the one right row for this unit."),
        {"kind": t("the statistics"), "values": "100; 120"},
    ),
    "unknown_group": Text(
        "error",
        t("The group “{name}” is not in the plan ({known}): no quota can be applied to its units."),
        t("Write one of the plan's groups in the unit register, or add the group to the plan."),
        {"name": "Trường học", "known": "“Xã, phường”, “Phòng, ban”"},
    ),
    "unit_outside_validity": Text(
        "warning",
        t("By its dates in the register the unit “{name}” did not exist in the period: it is not judged."),
        t("Check the dates; a unit's former name belongs in the column “Tên gọi khác” of its successor."),
        {"name": "Xã An Bình A"},
    ),
    "indexed_not_assessed": Text(
        "warning",
        t(
            "The unit “{name}” has a row in the PAR index, but the register says it is not assessed: the criterion is left out."
        ),
        t("If the unit is assessed, write “Có” in the column “Được đánh giá” of the register."),
        {"name": "Phòng Tư pháp"},
    ),
    "assessed_blank": Text(
        "error",
        t("The register does not say whether the unit “{name}” is assessed on the PAR index: the cell is empty."),
        t("Write “Có” or “Không” in the column “Được đánh giá Chỉ số CCHC” of the register."),
        {"name": "Phòng Tư pháp"},
    ),
    "similar_units": Text(
        "warning",
        t(
            "There is no unit register, and “{name}” and “{other}” are nearly the same: taken as two units, they may be one."
        ),
        t("Correct the misspelt name, or make a unit register."),
        {"name": "Phường An Lôc", "other": "Phường An Lộc"},
    ),
}
