"""Many workbooks at year end: parts found, scored in parallel, one failure never stopping the rest, ranked together."""

from __future__ import annotations
