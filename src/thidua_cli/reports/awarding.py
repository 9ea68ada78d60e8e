"""Who is proposed outright, who is for the council, and the money of both: the same cases and sums in every file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from thidua_cli.result import AwardInfo, IndividualResult, Proposal, Result, UnitResult


@dataclass(frozen=True)
class Awarding:
    """What a result proposes. Sums are dong; a reward that is not known counts as none."""

    result: Result

    @cached_property
    def sure(self) -> Sequence[Proposal]:
        """Proposed outright."""
        return [one for one in self.result.proposals if not one.council_review]

    @cached_property
    def reviewed(self) -> Sequence[Proposal]:
        """Proposed, if the council agrees or chooses them."""
        return [one for one in self.result.proposals if one.council_review]

    @cached_property
    def open_units(self) -> Sequence[UnitResult]:
        """Units that could still be proposed once what is not known of them is."""
        proposed = {one.unit for one in self.result.proposals if one.individual is None}
        return [unit for unit in self.result.units if unit.council_review and unit.id not in proposed]

    @cached_property
    def open_persons(self) -> Sequence[IndividualResult]:
        """Persons of whom the same is true."""
        return [person for person in self.result.individuals if person.council_review]

    @property
    def cases(self) -> int:
        """How many cases are before the council."""
        return len(self.reviewed) + len(self.open_units) + len(self.open_persons)

    @property
    def money(self) -> int:
        """What is proposed outright."""
        return sum(one.reward_vnd or 0 for one in self.sure)

    @property
    def most(self) -> int:
        """What it can become at most: the council's cases, as far as the places left go."""
        return self.money + sum(self._most(award.id, award.recipient, award.reward_vnd or 0) for award in self._awards)

    @property
    def _awards(self) -> Sequence[AwardInfo]:
        return self.result.plan.awards

    def _most(self, award: str, recipient: str, reward: int) -> int:
        """What the council can add of one award: in each pool no more than its places left, nor than its cases."""
        pools = {unit.id: unit.group for unit in self.result.units} if recipient == "unit" else {}
        limits = {group.name: group.quota for group in self.result.plan.groups}
        given = Counter(pools.get(one.unit, "") for one in self.sure if one.award == award)
        asked = Counter(pools.get(one.unit, "") for one in self.reviewed if one.award == award)
        if recipient == "unit":
            asked.update(unit.group for unit in self.open_units)
        else:
            limits = {"": self.result.plan.individual_quota}
            asked[""] += len(self.open_persons)
        return reward * sum(min(cases, _left(limits.get(pool, ""), given[pool])) for pool, cases in asked.items())


def _left(quota: str, given: int) -> int:
    """Places that a quota leaves; no quota leaves as many as are asked for."""
    return max(0, int(quota) - given) if quota.isdecimal() else 10**9
