"""thidua: who met the criteria of an emulation movement, ranked, with the commendation documents."""

from __future__ import annotations

__version__ = "0.1.0"
