"""The JSON Schema of plan files, written from the same declaration that the loader reads by.

``python -m thidua_cli.plan.schema`` prints the text of ``docs/plan.schema.json``.
"""

from __future__ import annotations

import json
import sys

from thidua_cli.plan.declaration import PLAN


def json_schema() -> dict[str, object]:
    """The schema (draft 2020-12) with Vietnamese descriptions, published as ``docs/plan.schema.json``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Kế hoạch thi đua của thidua (criteria.yaml)",
        "description": "Xét cái gì, tính thế nào, đạt bao nhiêu thì được, khen ra sao. Giải thích: docs/plan.md.",
        **PLAN.schema(),
    }


def schema_text() -> str:
    """The published file's text."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(schema_text().encode())
