"""What the values in a column's cells are: dates, codes, counts, scores, answers. All work is per distinct value.

One door to the parts: :mod:`values_dates` (and :mod:`values_date_text`), :mod:`values_swaps`, :mod:`values_codes`,
:mod:`values_numbers`; answers in words stand in :mod:`vocabulary`.
"""

from __future__ import annotations

from thidua_cli.intake.answers import parse_yes_no
from thidua_cli.intake.values_codes import code_dates, normalise_codes
from thidua_cli.intake.values_dates import DAY, NO_DATE, Dates, State, parse_dates
from thidua_cli.intake.values_numbers import Reading, is_blank, parse_counts, parse_decimals
from thidua_cli.intake.values_swaps import DateTypes, mixed_date_types

__all__ = [
    "DAY",
    "NO_DATE",
    "DateTypes",
    "Dates",
    "Reading",
    "State",
    "code_dates",
    "is_blank",
    "mixed_date_types",
    "normalise_codes",
    "parse_counts",
    "parse_dates",
    "parse_decimals",
    "parse_yes_no",
]
