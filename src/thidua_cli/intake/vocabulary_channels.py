"""How a dossier was filed, and the level of the online service it was filed through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from thidua_cli.intake.answers import parse_yes_no
from thidua_cli.text.vietnamese import fold

Channel = Literal["online", "direct", "post"]
Level = Literal[1, 2, 3, 4]

_WEB = (
    r"(?:nop |gui |tiep nhan )?(?:ho so )?(?:qua |tren |bang )?(?:hinh thuc )?"
    r"(?:truc tuyen|online|internet|mang|mang internet|web"
    r"|(?:cong )?(?:dich vu cong|dvc|dvcqg|dvctt)(?: truc tuyen| quoc gia| tinh| bo| tinh dong thap)*)"
    r"(?: (?:toan trinh|mot phan|muc(?: do)? [34]|muc(?: do)? 3 4|muc(?: do)? 3 (?:muc(?: do)?|va|va muc(?: do)?) 4))?"
)
_POST = r"(?:nop |gui |tiep nhan )?(?:ho so )?(?:qua )?(?:dich vu )?(?:buu chinh(?: cong ich)?|buu dien|bcci|bccI)"
_DESK = (
    r"(?:nop |tiep nhan )?(?:ho so )?truc tiep(?: tai .*)?"
    r"|(?:nop )?tai (?:bo phan )?(?:mot cua|1 cua|quay|tn va tkq|tntkq|tru so)(?: .*)?"
    r"|(?:khong|khong phai|khong qua|khong nop) (?:truc tuyen|mang)"
)
_CHANNELS: Sequence[tuple[Channel, re.Pattern[str]]] = (
    ("online", re.compile(_WEB)),
    ("post", re.compile(_POST)),
    (
        "direct",
        re.compile(
            rf"(?:{_DESK})|truc tiep (?:va |hoac )?(?:qua )?(?:dich vu )?(?:buu chinh(?: cong ich)?|buu dien|bcci)"
        ),
    ),
)
_CHANNEL_CODES: dict[str, Channel] = {"2": "online", "3": "post"}


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
    folded = folded_text(value)
    if folded in _CHANNEL_CODES:
        return _CHANNEL_CODES[folded]
    return next((channel for channel, pattern in _CHANNELS if pattern.fullmatch(folded)), None)


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


_LEVEL_TOKEN = re.compile(r"(?P<digit>[1-4]|iv|iii|ii|i)|(?P<word>toan trinh|mot phan|(?:cung cap )?thong tin)")
_LEVEL_NOISE = re.compile(r"\b(?:dich vu cong|truc tuyen|dvctt|dvc|muc do|muc|md|cap do|level|la|o|hinh thuc|loai)\b")
_LEVEL_VALUE: dict[str, Level] = {
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "toan trinh": 4,
    "mot phan": 3,
    "thong tin": 2,
    "cung cap thong tin": 2,
}


def parse_level(value: object) -> Level | None:
    """The level of an online service, 1 to 4: Mức độ 3, MĐ3, Mức 4, 3.0; Toàn trình is 4, Một phần 3, DVC thông tin 2.

    Several levels in one cell ("Mức độ 3, 4") or words beyond these are None.
    """
    text = re.sub(r"\b(md|m|dvc)([1-4])\b", r"muc \2", folded_text(value))
    rest = _LEVEL_NOISE.sub(" ", text)
    levels = {_LEVEL_VALUE[match[0]] for match in _LEVEL_TOKEN.finditer(" ".join(rest.split()))}
    leftover = _LEVEL_TOKEN.sub(" ", " ".join(rest.split())).strip()
    return next(iter(levels)) if len(levels) == 1 and not leftover else None
