"""Freed memory is kept for the next array rather than given back to the system a thousand times a second.

Each piece of a large sheet makes arrays of some hundred kilobytes and lets go of them again. The C library's allocator
asks the system for each of that size anew, which then has to clear every page: an eighth of a large workbook's time.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
from functools import cache

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""``M_TRIM_THRESHOLD`` and ``M_MMAP_THRESHOLD`` of glibc's ``malloc.h``."""
_LARGEST, _KEPT = 32 << 20, 64 << 20
"""Bytes: up to which size arrays come from kept memory (glibc allows no more), and how much of it is kept free."""


@cache
def keep_freed_memory() -> bool:
    """Ask the allocator for it, once; whether it did. Only glibc knows how, and elsewhere nothing changes."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return False
    return bool(mallopt(_MMAP_THRESHOLD, _LARGEST) and mallopt(_TRIM_THRESHOLD, _KEPT))


def give_back() -> None:
    """Hand freed memory back to the system, once a large file has been read: what comes next needs other sizes."""
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
