"""A result that somebody edited, or that is none, is one message at once; what is accepted can be computed with."""

from __future__ import annotations

import contextlib
import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.own.conftest import Run
from tests.own.data import one_stop
from tests.own.trials import tried
from tests.support.results import make_result
from thidua_cli.errors import DataError, ThiduaError
from thidua_cli.outputs import check_writable, write_files
from thidua_cli.reports.comparing import compare, verification
from thidua_cli.reports.rendering import render
from thidua_cli.reports.terminal import render_standings
from thidua_cli.reports.terminal.compare import render_comparison
from thidua_cli.result import Result
from thidua_cli.result_file import from_json

GONE, MORE = object(), object()
"""A key or item left out, and a key that no result has."""
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 10**18, 10**400, float("nan"), 1e308, "", "x", "0", "-1", "1/0", "0/5", "1e999999999", "NaN",
    "2021-02-30", "9" * 60, "9" * 5_000, "0." + "0" * 50 + "1", "1/" + "9" * 60, [], {}, [None], {"x": 1}, GONE, MORE,
)  # fmt: skip
FREE = {(name,) for name in "counts settings fields rows legal_bases signatories recipients addressees files".split()}
"""What holds names that are not the program's: one more is no fault."""
Path_ = tuple[str | int, ...]


def _plain() -> Any:
    return json.loads(make_result(units=1, persons=3).to_json())


def places() -> list[Path_]:
    """One place of each kind in a result: every key, with the first item of each list."""

    def below(value: Any, place: Path_) -> Iterator[Path_]:
        inner = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
        for name, one in inner:
            yield (*place, name)
            yield from below(one, (*place, name))

    return list(below(_plain(), ()))


def edited(plain: Any, place: Path_, value: object) -> bytes:
    """The bytes of a result with another value in one place."""
    made = copy.deepcopy(plain)
    _put(made, place, value)
    return json.dumps(made).encode()


def _put(made: Any, place: Path_, value: object) -> None:
    inner = made
    for name in place[:-1]:
        inner = inner[name]
    if value is GONE:
        del inner[place[-1]]
    elif value is MORE and isinstance(inner, dict):
        inner["thêm"] = inner[place[-1]]
    elif value is MORE:
        inner.append(inner[place[-1]])
    else:
        inner[place[-1]] = value


def _read(data: bytes) -> Result | None:
    try:
        return from_json(data, "result.json")
    except DataError:
        return None


def _use(result: Result) -> None:
    """Everything that is made of results, but for the other Word files, which are made like this one."""
    whole = make_result(units=1, persons=3)
    for one, other in ((whole, result), (result, whole)):
        render_comparison(compare(one, other), other)
        verification(one, other)
    render_standings(result)
    assert render(result, ["xep-hang.html", "xep-hang.xlsx", "to-trinh.docx"])


FOREIGN = "Files from elsewhere"


@tried(
    FOREIGN,
    "one value of a result edited: every place, each with a value of another kind, size or form, left out, or more",
    lambda: len(places()) * len(VALUES),
    "a message with the place, or a result; no key more or less is passed over",
)
def test_every_edit_is_read_or_refused() -> None:
    """Whatever stands in whatever place of a result, reading ends in the result or in the one message for it."""
    plain = _plain()
    for place in places():
        for value in VALUES:
            result = _read(edited(plain, place, value))
            if value is MORE and isinstance(place[-1], str):
                assert (result is not None) == (place[-2:-1] in FREE), place


@tried(
    FOREIGN,
    "all edits that a result may hold at once, for each value, in page, workbook, document, screens and comparison",
    lambda: len(VALUES),
    "files, or a message",
)
def test_what_is_accepted_can_be_computed_with() -> None:
    """A result with a value in every place that takes it is rendered and compared, or refused in one message."""
    plain = _plain()
    for value in VALUES:
        made = copy.deepcopy(plain)
        for place in places():
            if value in (GONE, MORE) or isinstance(value, list | dict):
                continue
            before = copy.deepcopy(made)
            try:
                _put(made, place, value)
            except (KeyError, TypeError, IndexError):
                continue  # it stood in what has another value by now
            if _read(json.dumps(made).encode()) is None:
                made = before
        result = _read(json.dumps(made).encode())
        assert result is not None
        with contextlib.suppress(ThiduaError):
            _use(result)


FORMS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "not JSON": lambda _: b"PK\x03\x04",
    "not UTF-8": lambda data: data.replace(b"thidua", b"\xff\xfe"),
    "another JSON": lambda _: b'{"units": []}',
    "a list": lambda _: b"[]",
    "deep lists": lambda _: b"[" * 500_000,
    "deep in a key": lambda data: data.replace(b'"files": {', b'"files": ' + b'{"a":' * 200_000, 1),
    "an older format": lambda data: data.replace(b"thidua-result/1", b"thidua-result/0"),
    "cut short": lambda data: data[: len(data) // 2],
    "a number of 1,000,000 digits": lambda data: data.replace(b'"rank": 1,', b'"rank": ' + b"9" * 1_000_000 + b",", 1),
    "NaN": lambda data: data.replace(b'"rank": 1,', b'"rank": NaN,', 1),
    "a day that is none": lambda data: data.replace(b'"as_of": "2021-12-31"', b'"as_of": "2021-02-30"'),
    "a denominator of 0": lambda data: data.replace(b'"attainment": "1"', b'"attainment": "1/0"'),
    "an exponent": lambda data: data.replace(b'"score": "', b'"score": "1e999999999', 1),
}
COMMANDS = ("report", "diff old", "diff new", "verify")


@tried(
    FOREIGN,
    "a result of another form (empty, cut, nested 500,000 deep, a number of 1,000,000 digits …) given to a command",
    lambda: len(FORMS) * len(COMMANDS),
    "status 3 and one message with the file's name; nothing written",
)
@pytest.mark.parametrize("form", FORMS)
def test_every_command_refuses_what_is_no_result(thidua: Run, tmp_path: Path, form: str) -> None:
    """Every command that reads results refuses an edited one in one message, and writes nothing."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 0})
    thidua("score", "mot-cua.xlsx", "--format", "json")
    whole = (tmp_path / "ket-qua" / "result.json").read_bytes()
    broken = FORMS[form](whole)
    assert broken != whole
    (tmp_path / "sua.json").write_bytes(broken)
    for words in (
        ("report", "sua.json", "--out", "ra"),
        ("diff", "sua.json", "ket-qua/result.json"),
        ("diff", "ket-qua/result.json", "sua.json"),
        ("verify", "sua.json", "mot-cua.xlsx"),
    ):
        status, out, err = thidua(*words)
        assert (3, "") == (status, out), words
        assert "sua.json" in err
        assert "chưa xử lý được" not in err
        assert len(err) < 1_000
    assert not (tmp_path / "ra").exists()


def test_a_stamp_from_elsewhere_makes_no_batch_trust_it(thidua: Run, tmp_path: Path) -> None:
    """A stamp that names other files, nests deeply or is no stamp is not trusted: the part is scored again."""
    one_stop(tmp_path / "nam" / "a" / "mot-cua.xlsx", {"Phường An Lộc": 1})
    words = ("batch", "nam", "--jobs", "1", "--format", "json")
    thidua(*words)
    stamp = tmp_path / "ket-qua" / "a" / "phan.json"
    whole = json.loads(stamp.read_bytes())
    result = (tmp_path / "ket-qua" / "a" / "result.json").read_bytes()
    for broken in (
        b"{" + b'"a":{' * 200_000,
        json.dumps({**whole, "files": {"/dev/zero": "0"}}).encode(),
        json.dumps({**whole, "shape": "x"}).encode(),
        b"",
    ):
        stamp.write_bytes(broken)
        assert 0 == thidua(*words, "--resume")[0]
        assert whole == json.loads(stamp.read_bytes())
        assert result == (tmp_path / "ket-qua" / "a" / "result.json").read_bytes()


def test_a_manifest_leads_nowhere_else(thidua: Run, tmp_path: Path) -> None:
    """Names in an edited result that lead out of its folder are not looked at when the next run writes there."""
    one_stop(tmp_path / "mot-cua.xlsx", {"Phường An Lộc": 0})
    thidua("score", "mot-cua.xlsx", "--format", "json")
    thidua("score", "mot-cua.xlsx", "--format", "html", "--out", "khac")
    path = tmp_path / "ket-qua" / "result.json"
    outside = {"../khac/xep-hang.html": None, "/dev/zero": None, str(tmp_path / "khac" / "xep-hang.html"): None}
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "files": outside}), encoding="utf-8")
    status, _, err = thidua("score", "mot-cua.xlsx", "--format", "json")
    assert (0, False) == (status, "xep-hang.html" in err)


@pytest.mark.parametrize("name", ["../ngoai.html", "/ngoai.html", "con/../../ngoai.html"])
def test_a_journal_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    """A journal that did not come from this program, with names outside of the folder, moves and removes nothing."""
    folder = tmp_path / "ket-qua"
    write_files(folder, {"result.json": b"{}"})
    (tmp_path / "ngoai.html").write_bytes(b"theirs")
    work = folder / ".thidua-run"
    (work / "new").mkdir(parents=True)
    (work / "ngoai.html").write_bytes(b"other")
    for back in (False, True):
        journal = {"names": [name], "created": [name], "kept": {"result.json": name}, "back": back}
        work.mkdir(exist_ok=True)
        (work / "journal.json").write_text(json.dumps(journal), encoding="utf-8")
        check_writable(folder)
        assert b"theirs" == (tmp_path / "ngoai.html").read_bytes()
        assert ["result.json"] == [path.name for path in folder.iterdir()]
