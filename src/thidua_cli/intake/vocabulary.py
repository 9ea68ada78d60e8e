"""What a word in a cell means: how a dossier was filed, the level of its online service, a person's gender.

Every function takes one distinct value and says what it means, or None where that is not certain: an unknown word is a
finding, never a default. Answers to a question (done, recognised, agreed …) are in ``answers``, header words with the
layout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, cast

from thidua_cli.intake.answers import parse_yes_no
from thidua_cli.text.phrases import Book
from thidua_cli.text.vietnamese import fold

Channel = Literal["online", "direct", "post"]
Level = Literal[1, 2, 3, 4]

_WORDS = Book(__file__, "vocabulary.toml")


def folded_text(value: object) -> str:
    """The value as folded text; 3.0 is "3", None the empty text."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else fold(str(value))


def parse_channel(value: object) -> Channel | None:
    """How a dossier was filed. "Trực tiếp, dịch vụ bưu chính" as one answer is ``direct``: not online, and that counts.

    2 and 3 are the codes of a system in use; a lone 1 is its code for direct filing, but yes in a column "Trực tuyến",
    and therefore None: see :func:`parse_channels`.
    """
    return cast("Channel | None", _WORDS.first("channels", folded_text(value)))


_TICK = re.compile(r"[xv]|[✓✔☑✅√×]", re.IGNORECASE)


def blank_is_no(values: Sequence[object]) -> bool:
    """Whether a column holds nothing but ticks: an empty cell is then its only way to say no."""
    texts = [str(value).strip() for value in values if value is not None]
    return bool(texts) and all(_TICK.fullmatch(text) for text in texts)


def parse_channels(values: Sequence[object]) -> list[Channel | None]:
    """:func:`parse_channel` for the distinct values of one column, which settle together what 1, yes and no mean.

    With a 2 or 3 beside it, 1 is the code for direct filing. Where every value is a yes or a no, the column asks
    "online?": yes is ``online``, no is ``direct``. A column of nothing but 1 stays unknown.
    """
    folded = [folded_text(value) for value in values]
    coded = bool({"2", "3"} & set(folded)) and "0" not in folded
    answers = [parse_yes_no(value) for value in values]
    told = [answer for answer, text in zip(answers, folded, strict=True) if answer is not None or text]
    asked = not coded and None not in told and set(folded) - {""} != {"1"}
    channels: list[Channel | None] = []
    for value, text, answer in zip(values, folded, answers, strict=True):
        if asked and answer is not None:
            channels.append("online" if answer else "direct")
        else:
            channels.append("direct" if coded and text == "1" else parse_channel(value))
    return channels


def parse_level(value: object) -> Level | None:
    """The level of an online service, 1 to 4: Mức độ 3, MĐ3, Mức 4, 3.0; Toàn trình is 4, Một phần 3, DVC thông tin 2.

    Several levels in one cell ("Mức độ 3, 4") or words beyond these are None.
    """
    level = _WORDS.first("levels", folded_text(value))
    return None if level is None else cast("Level", int(level))


def parse_gender(value: object) -> Literal["female", "male"] | None:
    """``female`` or ``male``, None where the text says neither."""
    return cast("Literal['female', 'male'] | None", _WORDS.first("genders", fold(str(value))))
