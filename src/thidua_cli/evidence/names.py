"""Spellings of unit names: the forms under which one name may stand in an export.

A name is never matched by likeness: "An Bình A" and "An Bình B" differ in one letter. What is done here is rewriting by
rule (domain: prefixes such as ``UBND`` and ``P.``, the city's name behind a dash, ``&`` for "và") into exact keys.
"""

from __future__ import annotations

import re
from functools import lru_cache

from thidua_cli.intake.layout.names import is_kind_alone, is_remark
from thidua_cli.text.vietnamese import clean, key

_CODE = re.compile(r"^[\[(]?(?:\d{3}\.\d{2}\.\d{2}\.h\d{2}|h\d{2}(?:\.\d+)+)[\])]?\s*[-:]?\s*")
_NUMBER = re.compile(r"^\d+\s*[.)]\s+")
_DESK = re.compile(
    r"^(?:bộ phận|trung tâm)\s+(?:một cửa|tn\s*&?\s*tkq|tn và tkq|tiếp nhận và trả kết quả)(?:\s+(?:của|tại|thuộc))?\s*"
)
_COMMITTEE = re.compile(r"^(?:ubnd|ub nd|uỷ ban nhân dân|ủy ban nhân dân|ủy ban|u\.?b\.?n\.?d\.?)\s+")
_ROMAN_DASH = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "_": " ", "“": '"', "”": '"'})
_PREFIX = (
    (re.compile(r"^(?:x\.\s*|xã\.\s*|x\s+)"), ("xã ",)),
    (re.compile(r"^(?:ph\.\s*)"), ("phường ",)),
    (re.compile(r"^(?:p\.\s*|p\s+)"), ("phường ", "phòng ")),
    (re.compile(r"^(?:tt\.\s*)"), ("thị trấn ",)),
    (re.compile(r"^(?:vp\.\s*|vp\s+)"), ("văn phòng ",)),
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_KINDS = ("phường ", "xã ", "thị trấn ", "phòng ")
COMMUNE_KINDS = ("phường ", "xã ", "thị trấn ")


def _plain(name: str) -> str:
    """One spelling per name: case, dashes, ``&``, brackets and the long forms of HĐND and UBND."""
    text = _BRACKETED.sub(lambda found: "" if is_remark(found[1]) else found[0], name)
    text = key(text).translate(_ROMAN_DASH)
    text = text.replace("&", " và ").replace("hội đồng nhân dân", "hđnd").replace("ủy ban nhân dân", "ubnd")
    text = re.sub(r"[()\[\],;:\"']", " ", _CODE.sub("", text))
    text = re.sub(r"\s*-\s*", "-", text)
    return re.sub(r"\s+", " ", _NUMBER.sub("", text)).strip(" -.")


def _without_place(text: str, places: tuple[str, ...]) -> list[str]:
    """The name as it stands, and without the city or province behind it ("… - TP Hồng Ngự - tỉnh Đồng Tháp").

    A province is no mere addition behind "Thanh tra": that is another office.
    """
    forms = [text]
    current = re.sub(r"(?<!^thanh tra)[\s-]+(?:tỉnh|t\.)\s*\S.*$", "", text)
    forms.append(re.sub(r"[\s-]+(?:thành phố|thị xã|tp\.?|tx\.?)$", "", current))
    for place in places:
        short = re.sub(rf"[\s-]+(?:thành phố|thị xã|tp\.?|tx\.?)\s*{re.escape(place)}$", "", current)
        forms += [short, re.sub(rf"(?<=thành phố)\s+{re.escape(place)}$", "", current)]
        forms.append(re.sub(rf"[\s-]+tp\.?\s*{re.escape(place)}$", " thành phố", current))
    forms.append(current)
    return list(dict.fromkeys(form.strip(" -") for form in forms if form.strip(" -")))


@lru_cache(maxsize=65536)
def forms(name: str, places: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Every exact key under which a spelling may be meant, ambiguous prefixes (``P.``) giving one for each meaning.

    What is left of a name may be a mere kind of unit ("Phòng" of "Phòng TP"): that is nobody's, and no key.
    """
    if not any(character.isalnum() for character in name):
        return ()
    plain = _plain(name)
    found = [form for text in _without_place(plain, places) for form in _meanings(text)]
    tidy = dict.fromkeys(re.sub(r"[\s.]+", " ", form).strip() for form in found if form.strip())
    return tuple(form for form in tidy if not is_kind_alone(form)) or ((plain,) if tidy else ())


def _meanings(spelling: str) -> list[str]:
    """A spelling without desk and committee, its prefix written out in every way it may be meant."""
    text = _DESK.sub("", spelling)
    text = _COMMITTEE.sub("", text) or text
    if text.startswith("vphđnd"):
        text = text.replace("vphđnd", "văn phòng hđnd", 1)
    for pattern, meanings in _PREFIX:
        match = pattern.match(text)
        if match and len(text) > match.end():
            return [meaning + text[match.end() :] for meaning in meanings]
    return [text]


def bare(form: str) -> str:
    """A form without the word that says what kind of unit it is ("phường an lộc" is "an lộc")."""
    for kind in _KINDS:
        if form.startswith(kind):
            return form[len(kind) :]
    return form


def is_commune(name: str) -> bool:
    """Whether a name is a ward's, commune's or township's."""
    return any(form.startswith(COMMUNE_KINDS) for form in forms(name))


def display(name: str, form: str) -> str:
    """A spelling to print for a unit that no register names: without ``UBND``, the prefix written out."""
    text = re.sub(r"^(?i:ubnd|uỷ ban nhân dân|ủy ban nhân dân)\s+", "", clean(name)).strip()
    if key(text) == form:
        return text[:1].upper() + text[1:]
    words = form.split(" ")
    return " ".join([words[0].capitalize(), *(_title(word) for word in words[1:])])


def _title(word: str) -> str:
    return word.upper() if word in {"hđnd", "ubnd", "a", "b", "c"} else (word if word == "và" else word.capitalize())
