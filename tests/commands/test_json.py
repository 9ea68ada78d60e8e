"""What commands print with --json is what the published schemas say."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.repository.places import ROOT, read
from tests.support.workbooks import xlsx
from thidua_cli.cli.main import run

Run = Callable[..., tuple[int, Any]]
SAMPLE = ROOT / "samples" / "mot-tap.xlsx"
SCHEMAS = ["result", "check", "explain", "remind", "diff", "verify", "batch", "plan"]


@pytest.fixture
def thidua(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command with --json in an empty folder: exit status, what standard output holds, read as JSON."""
    monkeypatch.chdir(tmp_path)

    def start(*words: str | Path) -> tuple[int, Any]:
        status = run([*(str(word) for word in words), "--json"])
        return status, json.loads(capsysbinary.readouterr().out)

    return start


def _closed(schema: Any) -> Any:
    """The schema with every group of named keys closed, so that an output cannot say what the schema does not."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    return {"additionalProperties": False, **closed} if isinstance(closed.get("properties"), dict) else closed


def _validate(data: Any, name: str) -> None:
    schema = json.loads(read(f"docs/{name}.schema.json"))
    jsonschema.Draft202012Validator(_closed(schema)).validate(data)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_published_schema_is_one(name: str) -> None:
    """Each published schema is itself valid."""
    jsonschema.Draft202012Validator.check_schema(json.loads(read(f"docs/{name}.schema.json")))


@pytest.mark.parametrize(("command", "name"), [("score", "result"), ("check", "check"), ("remind", "remind")])
def test_what_reads_data_keeps_to_its_schema(thidua: Run, command: str, name: str) -> None:
    """`score --json`, `check --json` and `remind --json` on a whole sample hold what the schema says, no more."""
    status, data = thidua(command, SAMPLE)
    assert status == 0
    _validate(data, name)


def test_explain_keeps_to_its_schema(thidua: Run) -> None:
    """One unit's verdicts as the result has them, with the words of the screen; one criterion alone where asked for."""
    _, result = thidua("score", SAMPLE)
    unit = next(one for one in result["units"] if any(c["verdict"] == "not_met" for c in one["criteria"]))
    status, data = thidua("explain", SAMPLE, "--unit", unit["name"])
    _validate(data, "explain")
    assert (0, unit["id"], unit["score"]) == (status, data["unit"]["id"], data["unit"]["score"])
    bare = [
        [{name: one[name] for name in m} for m, one in zip(c["measures"], e["measures"], strict=True)]
        for c, e in zip(unit["criteria"], data["criteria"], strict=True)
    ]
    assert [c["measures"] for c in unit["criteria"]] == bare
    short = [m for c in data["criteria"] for m in c["measures"] if m["shortfall"]]
    assert short
    assert all(m["shortfall_text"] for m in short)
    _, one = thidua("explain", SAMPLE, "--unit", unit["name"], "--criterion", "TC2", "--lang", "en")
    assert ["tc2"] == [criterion["id"] for criterion in one["criteria"]]
    assert "early" in one["criteria"][0]["measures"][1]["formula"].casefold()


def test_what_if_and_diff_keep_to_their_schema(thidua: Run, tmp_path: Path) -> None:
    """Under a higher threshold units move and proposals go: both commands print that as the schema says."""
    status, moved = thidua("what-if", SAMPLE, "--set", "tc3=90")
    assert (0, "thidua-diff/1") == (status, moved["schema"])
    assert moved["units"]
    assert {("proposed", "no")} <= {(one["before"], one["after"]) for one in moved["proposals"]}
    _validate(moved, "diff")
    for out, plan in (("cu", ()), ("moi", ("--plan", tmp_path / "khac.yaml"))):
        text = read("criteria.yaml").replace("online_34 >= 50 %", "online_34 >= 90 %")
        (tmp_path / "khac.yaml").write_text(text, encoding="utf-8")
        thidua("score", SAMPLE, "--out", out, "--format", "json", *plan)
    status, data = thidua("diff", "cu/result.json", "moi/result.json")
    assert (0, moved["units"]) == (status, data["units"])
    _validate(data, "diff")


def test_verify_keeps_to_its_schema(thidua: Run, tmp_path: Path) -> None:
    """A result that holds is said with status 0; one with another figure with 1, what moved, and the place."""
    data = tmp_path / "mot-tap.xlsx"
    shutil.copy(SAMPLE, data)
    thidua("score", data, "--out", "ra", "--format", "json")
    status, held = thidua("verify", "ra/result.json", data)
    assert (0, True, None, []) == (status, held["holds"], held["comparison"], held["differences"])
    _validate(held, "verify")
    stored = json.loads((tmp_path / "ra" / "result.json").read_bytes())
    stored["units"][0]["score"] = "1.0000"
    (tmp_path / "ra" / "result.json").write_text(json.dumps(stored), encoding="utf-8")
    status, broken = thidua("verify", "ra/result.json", data)
    assert (1, False) == (status, broken["holds"])
    assert [("1.0000", "100.0000")] == [(one["before"], one["after"]) for one in broken["differences"]]
    assert ["phuong-an-loc"] == [change["unit"] for change in broken["comparison"]["units"]]
    _validate(broken, "verify")


def test_batch_keeps_to_its_schema(thidua: Run, tmp_path: Path) -> None:
    """A batch with a part that fails prints its combined standing as the schema says."""
    heads = ["Mã hồ sơ", "Đơn vị", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc xử lý", "Trạng thái"]
    row = ["000.01.41.H20-210301-0001", "UBND phường An Lộc", "01/03/2021", "10/03/2021", "12/03/2021", "Đã trả"]
    for name in ("mot", "hai"):
        (tmp_path / "nam" / name).mkdir(parents=True)
    xlsx(tmp_path / "nam" / "mot" / "mot-cua.xlsx", {"Một cửa": [["DANH SÁCH HỒ SƠ MỘT CỬA"], heads, row]})
    (tmp_path / "nam" / "hai" / "hong.xlsx").write_bytes(b"PK\x03\x04")
    status, data = thidua("batch", "nam", "--jobs", "1", "--format", "json")
    assert 1 == status
    assert 1 == len([part for part in data["parts"] if part["error"]])
    _validate(data, "batch")
    assert data == json.loads((tmp_path / "ket-qua" / "tong-hop.json").read_bytes())
