"""Which plan each part of a batch goes by."""

from __future__ import annotations

import json
from pathlib import Path

from tests.batch.folders import workbook
from tests.commands.test_commands import Run, thidua
from tests.commands.test_which_plan import plan

__all__ = ["thidua"]


def _plans(out: Path) -> dict[str, str]:
    return {
        path.parent.name: shown["title"].removesuffix(" về cải cách hành chính năm 2021")
        for path in sorted(out.glob("*/result.json"))
        for shown in [json.loads(path.read_bytes())["plan"]]
    }


def _two_parts(folder: Path) -> Path:
    workbook(folder / "xa-a/mot-cua.xlsx", {"Xã Một": 0, "Xã Hai": 1})
    workbook(folder / "xa-b.xlsx", {"Xã Ba": 0, "Xã Bốn": 1})
    return folder


def test_each_part_goes_by_the_plan_beside_its_own_data(thidua: Run, tmp_path: Path) -> None:
    """One sub-folder's plan judges that part alone; the units are not ranked together, and all outputs say so."""
    folder = _two_parts(tmp_path / "bt")
    plan(folder / "xa-a", "Phong trào của xã A")
    status, out, _ = thidua("batch", folder, "--out", tmp_path / "ra", "--format", "json,html,xlsx")
    used = _plans(tmp_path / "ra")
    assert (0, "Phong trào của xã A", "Phong trào thi đua chuyên đề") == (status, used["xa-a"], used["xa-b"])
    combined = json.loads((tmp_path / "ra/tong-hop.json").read_bytes())
    assert ([], 2, ["several_plans"]) == (
        combined["units"],
        len(combined["plans"]),
        [warning["code"] for warning in combined["warnings"]],
    )
    page = (tmp_path / "ra/tong-hop.html").read_text(encoding="utf-8")
    for said in (" ".join(out.split()), page):
        assert "theo 2 kế hoạch khác nhau" in said
        assert "Phong trào của xã A" in said


def test_a_plan_of_the_batch_folder_is_for_parts_without_one(thidua: Run, tmp_path: Path) -> None:
    """Parts without a plan of their own go by that of the batch's folder, and are ranked together."""
    folder = _two_parts(tmp_path / "bt")
    plan(folder, "Phong trào của huyện")
    thidua("batch", folder, "--out", tmp_path / "ra", "--format", "json")
    combined = json.loads((tmp_path / "ra/tong-hop.json").read_bytes())
    assert dict.fromkeys(("xa-a", "xa-b"), "Phong trào của huyện") == _plans(tmp_path / "ra")
    assert (1, 4) == (len(combined["plans"]), len(combined["units"]))


def test_a_named_plan_rules_every_part(thidua: Run, tmp_path: Path) -> None:
    """With --plan the plans beside the parts are passed over."""
    folder = _two_parts(tmp_path / "bt")
    plan(folder / "xa-a", "Phong trào của xã A")
    named = plan(tmp_path / "khac", "Phong trào chung")
    thidua("batch", folder, "--plan", named, "--out", tmp_path / "ra", "--format", "json")
    assert {"Phong trào chung"} == set(_plans(tmp_path / "ra").values())


def test_two_years_in_one_batch_are_no_error(thidua: Run, tmp_path: Path) -> None:
    """Two folders, each with a plan of its own, are scored each by its own."""
    folder = tmp_path / "bt"
    for name in ("xa-a", "xa-b"):
        workbook(folder / name / "so-lieu/mot-cua.xlsx", {f"Xã {name}": 0, "Xã Hai": 1})
        plan(folder / name, f"Phong trào của {name}")
    status, _, _ = thidua("batch", folder, "--out", tmp_path / "ra", "--format", "json")
    assert (0, {"xa-a": "Phong trào của xa-a", "xa-b": "Phong trào của xa-b"}) == (
        status,
        _plans(tmp_path / "ra"),
    )


def test_the_rest_of_a_years_folder_is_no_part(thidua: Run, tmp_path: Path) -> None:
    """The list of decisions, Word templates and prose beside the data are no parts and no failures."""
    folder = tmp_path / "nam"
    workbook(folder / "so-lieu/mot-cua.xlsx", {"Xã Một": 0, "Xã Hai": 1})
    plan(folder, "Phong trào")
    (folder / "viec-can-quyet.txt").write_text("VIỆC CẦN QUYẾT;một;hai\n", encoding="utf-8")
    (folder / "ghi-chu.txt").write_text("Nhớ gọi cho xã.\n", encoding="utf-8")
    (folder / "mau-word").mkdir()
    status, _, _ = thidua("batch", folder, "--out", tmp_path / "ra", "--format", "json")
    combined = json.loads((tmp_path / "ra/tong-hop.json").read_bytes())
    assert (0, ["so-lieu"], []) == (status, [part["name"] for part in combined["parts"]], combined["warnings"])


def test_a_part_whose_plan_is_wrong_fails_alone(thidua: Run, tmp_path: Path) -> None:
    """The mistake of one part's own plan is that part's failure; the others are scored."""
    folder = _two_parts(tmp_path / "bt")
    (folder / "xa-a" / "criteria.yaml").write_text("id: [", encoding="utf-8")
    status, out, _ = thidua("batch", folder, "--out", tmp_path / "ra", "--format", "json")
    combined = json.loads((tmp_path / "ra/tong-hop.json").read_bytes())
    failed = {part["name"]: bool(part["error"]) for part in combined["parts"]}
    assert (1, {"xa-a": True, "xa-b": False}) == (status, failed)
    assert "criteria.yaml" in out


def test_a_closing_day_is_held_against_the_plans_that_judge(thidua: Run, tmp_path: Path) -> None:
    """Parts of 2022 take a day of 2022, whatever year the plan is of that no part goes by."""
    folder = tmp_path / "bt"
    workbook(folder / "xa-a/mot-cua.xlsx", {"Xã Một": 0})
    text = plan(folder / "xa-a", "Phong trào của xã A").read_text(encoding="utf-8").replace("2021", "2022")
    (folder / "xa-a" / "criteria.yaml").write_text(text, encoding="utf-8")
    thidua("batch", folder, "--out", tmp_path / "ra", "--format", "json", "--as-of", "2022-03-31")
    assert "2022-03-31" == json.loads((tmp_path / "ra/tong-hop.json").read_bytes())["as_of"]
