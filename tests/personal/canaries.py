"""Somebody's data that exists once: names, telephones, identity numbers, addresses, e-mails made up at random."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass, field

FAMILIES = ("Nguyễn Thị", "Trần Văn", "Lê", "Phạm Minh", "Huỳnh Thị", "Võ Hoàng", "Đặng", "LÊ THỊ", "Quàng Thị")


@dataclass(slots=True)
class Canaries:
    """Makes canaries; ``kept`` are the parts of them by which each is known again, in small letters."""

    random: random.Random
    kept: set[str] = field(default_factory=set)

    def _token(self, letters: int = 9) -> str:
        token = "".join(self.random.choices(string.ascii_lowercase, k=letters))
        self.kept.add(token)
        return token

    def _digits(self, start: str, size: int) -> str:
        digits = start + "".join(self.random.choices(string.digits, k=size - len(start)))
        self.kept.add(digits)
        return digits

    def name(self) -> str:
        """A person, written in one of the usual ways."""
        family = self.random.choice(FAMILIES)
        given = self._token().capitalize()
        return f"{family} {given.upper()}" if family.isupper() else f"{family} {given}"

    def phone(self) -> str:
        """A telephone number, bare or set apart."""
        digits = self._digits("09", 10)
        return self.random.choice(
            [digits, f"{digits[:4]} {digits[4:7]} {digits[7:]}", f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"]
        )

    def identity(self) -> str:
        """The number of an identity card, of today or before."""
        return self._digits("079", 12) if self.random.random() < 0.7 else self._digits("34", 9)

    def address(self) -> str:
        """An address with a street and a village; half of them have commas."""
        house, street = self.random.randint(1, 300), self._token().capitalize()
        forms = (
            f"Số {house} đường {street}, khóm 3",
            f"{house}/2 đường {street}",
            f"Ấp {street}, xã Thử",
            f"Khóm {street} - Thử",
        )
        return self.random.choice(forms)

    def mail(self) -> str:
        """An e-mail address."""
        return f"{self._token()}@thu.vn"

    def any(self) -> str:
        """One of them."""
        return self.random.choice([self.name, self.phone, self.identity, self.address, self.mail])()

    def within(self, text: str) -> list[str]:
        """The canaries that stand in a text, whatever they are joined to, and digits also where they are set apart."""
        small = text.casefold()
        letters, digits = re.findall(r"[a-z]{9,}", small), re.findall(r"\d{9,}", re.sub(r"[ .\-()\u00a0]", "", small))
        return sorted(self.kept & {part for run in (*letters, *digits) for part in _parts(run)})


def _parts(run: str) -> Iterator[str]:
    """Every piece of a run of letters or digits that is as long as a canary."""
    for size in (9, 10, 12):
        for begin in range(len(run) - size + 1):
            yield run[begin : begin + size]
