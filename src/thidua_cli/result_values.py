"""What the values of a result may be: bounds that hold a ``result.json`` that somebody edited to figures one can use.

The bounds are part of the published schema. They are far above what data can say (a cell's number has 15 digits), so
that every result that this program writes is within them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

_MOST = 10**18
_DECIMAL = r"-?[0-9]{1,60}(\.[0-9]{1,60})?"

Whole = Annotated[int, Meta(ge=-_MOST, le=_MOST)]
"""A whole number, an amount of dong included."""
Count = Annotated[int, Meta(ge=0, le=_MOST)]
"""How many there are of something, or which one of them."""
Year = Annotated[int, Meta(ge=1, le=9998)]
"""A year that still has another one after it."""
Decimal = Annotated[str, Meta(pattern=f"^{_DECIMAL}$")]
"""A number as text, without loss: ``"98.79"``."""
Ratio = Annotated[str, Meta(pattern=rf"^({_DECIMAL}|-?[0-9]{{1,60}}/0{{0,9}}[1-9][0-9]{{0,60}})$")]
"""A :data:`Decimal`, or a fraction where no finite decimal says it: ``"245/248"``."""
Exact = Whole | Ratio
"""A whole number, or a decimal in a string where it is not whole (82.5 is ``"82.5"``)."""
Limit = Annotated[str, Meta(pattern="^[0-9]{0,9}$")]
"""A whole number in digits, or nothing where there is no limit."""
Day = Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A day of the calendar: ``"2021-12-31"``."""
System = Literal["one_stop", "public_service", "logbook"]
"""Where dossiers and counts come from."""
Operator = Literal[">=", ">", "=", "<=", "<"]
