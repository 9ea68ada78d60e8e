"""Numbers that are more than a few digits, read in bulk and exact to the last bit."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from thidua_cli.intake.wordwise import WORD, NotPlain, Positions, Text, require, whole_numbers

NUMBER_WIDTH = 32
"""The longest number, in characters: 17 digits, signs, point and exponent need 24."""
_MOST_DIGITS = 11
_POWERS = 10 ** np.arange(_MOST_DIGITS + 1, dtype=np.int64)


def decimals(text: Text, starts: Positions, ends: Positions) -> npt.NDArray[np.float64]:
    """The numbers between two positions; raises :class:`NotPlain` where something else stands."""
    numbers, read = _moments(text, starts, ends)
    rest = np.flatnonzero(~read)
    if len(rest):
        numbers[rest] = _floats(text, starts[rest], ends[rest])
    return numbers


def _moments(text: Text, starts: Positions, ends: Positions) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Numbers of five digits, a point and up to eleven more (dates with a time of day), and which are such numbers.

    Digits and power of ten are exact as doubles, so that their quotient is the nearest double to what is written.
    """
    behind = starts + 6
    digits = ends - behind
    many = digits > WORD
    days, fine = whole_numbers(text, starts, starts + 5)
    first, first_fine = whole_numbers(text, behind, np.where(many, behind + WORD, ends))
    rest, rest_fine = whole_numbers(text, np.where(many, behind + WORD, behind), ends)
    fine &= (text.bytes[starts + 5] == ord(".")) & first_fine & rest_fine & (digits <= _MOST_DIGITS)
    digits = np.where(fine, digits, 1)
    mantissa = np.where(many, first * _POWERS[np.maximum(digits - WORD, 0)] + rest, first) + days * _POWERS[digits]
    fine &= mantissa < 2**53
    return mantissa / _POWERS[digits].astype(np.float64), fine


def _floats(text: Text, starts: Positions, ends: Positions) -> npt.NDArray[np.float64]:
    """Numbers of any form: as a JSON list, which has their grammar."""
    import msgspec

    lengths = ends - starts
    require((lengths > 0) & (lengths < NUMBER_WIDTH), "a number's length")
    edges = np.minimum(text.bytes[starts], text.bytes[ends - 1])
    require(edges > ord(" "), "a number")
    rows = text.rows(starts, lengths, (int(lengths.max()) // WORD + 1) * WORD, fill=b" ")
    rows[:, -1] = ord(",")
    listed = bytearray(rows.tobytes())
    listed[-1] = ord("]")
    try:
        numbers = np.array(msgspec.json.decode(b"[" + listed, type=list[float]), np.float64)
    except msgspec.DecodeError as error:
        raise NotPlain("a number") from error
    require(len(numbers) == len(starts), "a number")
    require(np.isfinite(numbers), "a number")
    return numbers
