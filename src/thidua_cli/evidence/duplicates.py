"""What is said of dossiers that stand several times in one system."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from thidua_cli.evidence.dates import BAD_DATE
from thidua_cli.evidence.places import finding_at
from thidua_cli.evidence.rows import Ints, Rows
from thidua_cli.findings import Finding

MAX_LISTED = 100
"""So many are said one by one; the rest is one finding for each table."""


def report_duplicates(rows: Rows, losers: Ints, winners: Ints, counts: Ints, end: Ints) -> None:
    """Add the findings about rows that do not count (``losers``), each with the row that does and how many there are.

    ``end`` are the ends of all rows in seconds since 1970, as they are judged.
    """
    listed = sorted(
        zip(losers.tolist(), winners.tolist(), counts.tolist(), strict=True), key=lambda x: rows.place(x[0])
    )
    for loser, winner, count in listed[:MAX_LISTED]:
        place = rows.place(loser)
        rows.findings.append(
            Finding(
                "duplicate_dossier",
                {"code": place.code, "count": count, **_kept(int(end[winner]))},
                place.file,
                place.sheet,
                rows.cell(loser, "code"),
            )
        )
    rest: dict[int, list[int]] = {}
    for loser, _, _ in listed[MAX_LISTED:]:
        rest.setdefault(int(rows.table[loser]), []).append(int(rows.position[loser]))
    for number, positions in rest.items():
        table = rows.tables[number]
        mask = np.zeros(len(table.rows), dtype=np.bool_)
        mask[positions] = True
        rows.findings.append(finding_at("more_duplicates", {}, table, "code", mask))


def _kept(seconds: int) -> dict[str, str]:
    """What is said of the row that counts: when it ended."""
    if seconds <= BAD_DATE:
        return {"kept_vi": "chưa có ngày kết thúc đọc được", "kept_en": "no end date that can be read"}
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return {"kept_vi": f"kết thúc ngày {moment:%d/%m/%Y}", "kept_en": f"ended {moment:%d/%m/%Y}"}
