"""Small inputs from daily office life whose right figures are known (contract, section 2.1).

A case is honest if every fact holds, by the rule of :mod:`tests.cases.facts`, or if the program refuses with a message
where that is allowed. ``strict`` cases must be read right, so that refusing everything does not pass; guards (class
``ok``) stand beside the faults they could be mistaken for.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.facts import Case, dishonest
from tests.cases.running import HERE, answer_of, cases
from thidua_cli.errors import DataError

GIVEN, MORE = HERE, HERE / "more"
ALL = [(home, case) for home in (GIVEN, MORE) for case in cases(home)]


@pytest.mark.parametrize(("home", "case"), ALL, ids=[case.name for _, case in ALL])
def test_a_case_is_honest(home: Path, case: Case, tmp_path: Path) -> None:
    """The figures are right, or the program says that it cannot tell."""
    answer = answer_of(case, home, tmp_path)
    if isinstance(answer, DataError):
        assert case.refusal_ok, answer.message.text()
        assert answer.message.text()
        assert str(answer.hint)
    else:
        assert [] == dishonest(case, answer)


@pytest.mark.parametrize("home", [GIVEN, MORE], ids=lambda home: home.name)
def test_cases_have_names_of_their_own_and_files(home: Path) -> None:
    """No two cases share a name, every file is there, and none lies about unused."""
    names = [case.name for _, case in ALL]
    assert sorted(set(names)) == sorted(names)
    used = {name.split("/")[0] for case in cases(home) for name in case.files}
    used |= {Path(arg).name for case in cases(home) for arg in case.args if arg.startswith("cases/")}
    assert used == {path.name for path in (home / "cases").iterdir()}
