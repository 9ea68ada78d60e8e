from __future__ import annotations

import errno
import os
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import fsspec
import pytest
from msgspec import structs

from tests.batch.folders import HEAD, SETTINGS, WARDS, batch, dossiers, register, three_parts, tree, workbook
from tests.batch.helpers import OnTheSpot
from tests.support.workbooks import xlsx
from thidua_cli.batch.overall import run_batch
from thidua_cli.batch.parts import Part
from thidua_cli.batch.summary import summarise
from thidua_cli.batch.work import Task, run
from thidua_cli.combined import CombinedPart, CombinedResult
from thidua_cli.errors import DataError
from thidua_cli.pipeline import score
from thidua_cli.plan.loading import load_plan
from thidua_cli.result import Proposal


def _run(folder: Path | str, out: Path, **more: object) -> CombinedResult:
    return run_batch(batch(folder, out, OnTheSpot(), **more), lambda _done, _total: None)[0]


def _part(combined: CombinedResult, name: str) -> CombinedPart:
    return next(part for part in combined.parts if part.name == name)


def test_shapes_are_told_apart(tmp_path: Path) -> None:
    """A part with several units is a locality, one with a single unit is that unit's return."""
    workbook(tmp_path / "in/Huyện Ất/a.xlsx", {"Xã Một": 0, "Xã Hai": 1})
    workbook(tmp_path / "in/Phường An Lộc.xlsx", {"Phường An Lộc": 0})
    combined = _run(tmp_path / "in", tmp_path / "out")
    assert {"Huyện Ất": "locality", "Phường An Lộc": "unit"} == {part.name: part.shape for part in combined.parts}


def test_a_shared_register_holds_for_every_return(tmp_path: Path) -> None:
    """A workbook with a register and index scores alone is no part: each return is judged by it, its own unit alone."""
    register(tmp_path / "in/don-vi.xlsx", WARDS)
    for ward in WARDS:
        workbook(tmp_path / f"in/{ward}.xlsx", {ward: 0})
    combined = _run(tmp_path / "in", tmp_path / "out")
    assert ["don-vi.xlsx"] == combined.shared
    assert dict.fromkeys(sorted(WARDS), "unit") == {part.name: part.shape for part in combined.parts}
    assert {"Phường An Lộc": "80", "Phường An Thạnh": "81", "Phường An Lạc": "82"} == {
        unit.name: unit.values["par_index"] for unit in combined.units
    }
    assert {"Xã, phường"} == {unit.group for unit in combined.units}


def test_a_return_without_cases_is_not_shared(tmp_path: Path) -> None:
    """A workbook of one unit's tasks alone is that unit's return."""
    workbook(tmp_path / "in/Phường An Lộc.xlsx", {"Phường An Lộc": 0})
    head = ("Đơn vị", "Số nhiệm vụ được giao", "Số nhiệm vụ hoàn thành")
    xlsx(tmp_path / "in/Phường An Lạc.xlsx", {"Nhiem vu": [("NHIỆM VỤ",), head, ("Phường An Lạc", 9, 9)]})
    combined = _run(tmp_path / "in", tmp_path / "out")
    assert [] == combined.shared
    assert ["Phường An Lạc", "Phường An Lộc"] == sorted(unit.name for unit in combined.units)


def test_a_large_register_that_became_a_part_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register too large to be looked into beforehand is scored as a part, with a warning that it has no cases."""
    monkeypatch.setattr("thidua_cli.batch.overall.PEEK_BYTES", 0)
    register(tmp_path / "in/don-vi.xlsx", WARDS)
    workbook(tmp_path / "in/Phường An Lộc.xlsx", {"Phường An Lộc": 0})
    warnings = _run(tmp_path / "in", tmp_path / "out").warnings
    assert [("no_cases", ["don-vi"])] == [(warning.code, warning.parts) for warning in warnings]


def test_a_unit_that_the_register_does_not_know_is_said(tmp_path: Path) -> None:
    """A return whose unit does not stand in the shared register fails with a message that names both files."""
    register(tmp_path / "in/don-vi.xlsx", WARDS)
    workbook(tmp_path / "in/Phường An Lộc.xlsx", {"Phường An Lộc": 0})
    workbook(tmp_path / "in/lạ.xlsx", {"Phường Không Ai Biết": 0})
    error = _part(_run(tmp_path / "in", tmp_path / "out"), "lạ").error or ""
    assert "lạ.xlsx" in error
    assert "don-vi.xlsx" in error


def test_a_folder_called_like_its_unit_says_whose_the_files_are(tmp_path: Path) -> None:
    """Where neither table nor title nor file names a unit, the sub-folder's name does."""
    from tests.batch.folders import dossiers

    rows = [[*row[:1], *row[2:]] for row in dossiers({"x": 0})]
    (tmp_path / "in/Phường An Lạc").mkdir(parents=True)
    xlsx(tmp_path / "in/Phường An Lạc/mot-cua.xlsx", {"Sheet1": rows})
    combined = _run(tmp_path / "in", tmp_path / "out")
    assert [("Phường An Lạc", None)] == [(part.name, part.error) for part in combined.parts]
    assert ["Phường An Lạc"] == [unit.name for unit in combined.units]


def test_one_unreadable_workbook_stops_no_other(tmp_path: Path) -> None:
    """Of forty workbooks one cannot be read: the others are done, and the failure says which file and why."""
    for number in range(1, 40):
        workbook(tmp_path / f"in/Xã {number:02d}.xlsx", {f"Xã {number:02d}": number % 3}, resolved=2)
    (tmp_path / "in/Xã 40.xlsx").write_bytes(b"PK\x03\x04 broken")
    combined = _run(tmp_path / "in", tmp_path / "out")
    assert 39 == len(combined.done)
    assert ["Xã 40"] == [part.name for part in combined.failed]
    assert "Xã 40.xlsx" in (combined.failed[0].error or "")
    assert combined.failed[0].error_en
    assert 39 == len(list((tmp_path / "out").glob("*/result.json")))


def test_a_full_disk_is_the_failure_of_one_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a part cannot be written, it fails in words, leaves nothing behind, and the others are done."""
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if "Huyện Bính" in str(self):
            write(self, data[:10])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    combined = _run(three_parts(tmp_path / "in"), tmp_path / "out")
    assert ["Huyện Bính"] == [part.name for part in combined.failed]
    assert "đĩa đã đầy" in (combined.failed[0].error or "")
    assert ["Huyện Giáp", "Huyện Ất"] == sorted(path.name for path in (tmp_path / "out").iterdir())
    assert {"Huyện Ất", "Huyện Giáp"} == {unit.part for unit in combined.units}


def test_the_same_export_in_two_parts_is_noticed(tmp_path: Path) -> None:
    """A file that stands byte for byte in two parts is a warning that names both; a shared file is none."""
    register(tmp_path / "in/don-vi.xlsx", WARDS)
    first = workbook(tmp_path / "in/Phường An Lộc.xlsx", {"Phường An Lộc": 0})
    (tmp_path / "in/Bản sao").mkdir()
    (tmp_path / "in/Bản sao/gửi lại.xlsx").write_bytes(first.read_bytes())
    workbook(tmp_path / "in/Phường An Lạc.xlsx", {"Phường An Lạc": 0})
    warnings = _run(tmp_path / "in", tmp_path / "out").warnings
    assert [("duplicate_export", ["Bản sao", "Phường An Lộc"])] == [
        (warning.code, warning.parts) for warning in warnings if warning.code == "duplicate_export"
    ]
    assert [("unit_in_several_parts", ["Bản sao", "Phường An Lộc"])] == [
        (warning.code, warning.parts) for warning in warnings if warning.code == "unit_in_several_parts"
    ]


def test_combined_ranks_are_those_of_one_score(tmp_path: Path) -> None:
    """Over parts that share no unit, ranks, ties and groups are those of one score over all the data."""
    for number in range(12):
        late = (0, 0, 1, 2, 3, 1)[number % 6]
        workbook(tmp_path / f"in/Huyện {number // 4}/xa-{number}.xlsx", {f"Xã {number:02d}": late}, resolved=7)
    workbook(tmp_path / "in/Huyện 0/phong.xlsx", {"Phòng Tư pháp": 1, "Phòng Nội vụ": 0})
    combined = _run(tmp_path / "in", tmp_path / "out")
    whole = score([tmp_path / "in"], load_plan())
    assert [(u.group, u.name, u.rank, u.tied, u.score) for u in whole.units] == [
        (u.group, u.name, u.rank, u.tied, u.score) for u in combined.units
    ]
    assert 1 < len({unit.rank for unit in combined.units})


def test_a_part_is_scored_as_score_does(tmp_path: Path) -> None:
    """Without anything shared, a workbook's result.json is byte for byte what score makes of it."""
    path = workbook(tmp_path / "in/Huyện Ất.xlsx", {"Xã Một": 0, "Xã Hai": 1})
    _run(tmp_path / "in", tmp_path / "out")
    plan = replace(load_plan(), origin="working")
    assert score([path], plan).to_json() == (tmp_path / "out/Huyện Ất/result.json").read_bytes()


def test_a_folder_may_be_an_address(tmp_path: Path) -> None:
    """What lies at an address of fsspec gives the bytes that the same files give in a folder."""
    folder = three_parts(tmp_path / "in")
    remote: Any = fsspec.filesystem("memory")
    remote.put(f"{folder}/", "/nam-2021/", recursive=True)
    local = _run(folder, tmp_path / "a")
    assert local.to_json() == _run("memory://nam-2021", tmp_path / "b").to_json()
    assert 3 == len(local.done)
    remote.rm("/nam-2021", recursive=True)


def test_an_address_that_nothing_reads_is_said(tmp_path: Path) -> None:
    """An unknown kind of address is refused with a message."""
    with pytest.raises(DataError, match="không đọc được"):
        _run("khongco://x/y", tmp_path)


def test_a_worker_of_another_version_is_refused(tmp_path: Path) -> None:
    """A cluster's worker with another version of the program fails the part and says both versions."""
    three_parts(tmp_path / "in")
    task = Task(_tasks(tmp_path / "in")[0].part, (), replace(SETTINGS, version="9.9.9"))
    assert "9.9.9" in str(run(task).error)


def _tasks(folder: Path) -> list[Any]:
    workers = OnTheSpot()
    run_batch(batch(folder, folder.parent / "tasks", workers), lambda _done, _total: None)
    return workers.given


def test_a_worker_gets_no_rows_and_gives_none(tmp_path: Path) -> None:
    """What goes to a worker and what comes back holds no cell of the applicants' columns, and is small."""
    rows = dossiers({"Xã Một": 1, "Xã Hai": 0}, resolved=300)
    named: list[list[object]] = [[*row, "Lý Thị Bí Mật"] for row in rows[2:]]
    sheet: list[list[object]] = [rows[0], [*HEAD, "Chủ hồ sơ"], *named]
    (tmp_path / "in/Huyện Ất").mkdir(parents=True)
    path = xlsx(tmp_path / "in/Huyện Ất/a.xlsx", {"Mot cua": sheet})
    (task,) = _tasks(tmp_path / "in")
    carried = pickle.dumps((task, run(task)))
    assert b"B\xc3\xad M\xe1\xba\xadt" not in carried
    assert 4 * path.stat().st_size > len(carried)


def test_progress_counts_every_part(tmp_path: Path) -> None:
    """Progress goes from none to all, one part at a time."""
    seen: list[tuple[int, int]] = []
    run_batch(batch(three_parts(tmp_path / "in"), tmp_path / "out", OnTheSpot()), lambda *pair: seen.append(pair))
    assert [(0, 3), (1, 3), (2, 3), (3, 3)] == seen


def test_resume_takes_what_is_unchanged(tmp_path: Path) -> None:
    """A second run with resume scores only the part whose data changed; in the end all bytes are those of one run."""
    folder = three_parts(tmp_path / "in")
    _run(folder, tmp_path / "out")
    workbook(folder / "Huyện Bính/mot-cua.xlsx", {"Xã Mới": 2})
    combined, resumed = run_batch(batch(folder, tmp_path / "out", OnTheSpot(), resume=True), lambda _done, _total: None)
    fresh = _run(folder, tmp_path / "fresh")
    assert 2 == resumed
    assert fresh.to_json() == combined.to_json()
    assert tree(tmp_path / "fresh") == tree(tmp_path / "out")


@pytest.mark.parametrize("harm", ["result.json", "phan.json", "missing"])
def test_resume_trusts_only_whole_parts(tmp_path: Path, harm: str) -> None:
    """A part whose files were changed, lost or not finished is scored again, and is whole; the changed file is kept."""
    folder = three_parts(tmp_path / "in")
    _run(folder, tmp_path / "out")
    whole = tree(tmp_path / "out")
    if harm == "missing":
        (tmp_path / "out/Huyện Ất/result.json").unlink()
    else:
        (tmp_path / "out/Huyện Ất" / harm).write_bytes(b"{}")
    _, resumed = run_batch(batch(folder, tmp_path / "out", OnTheSpot(), resume=True), lambda _done, _total: None)
    after = tree(tmp_path / "out")
    kept = {name: after.pop(name) for name in list(after) if "-da-sua" in name}
    assert (2, whole) == (resumed, after)
    assert ([] if harm == "missing" else [b"{}"]) == list(kept.values())


def test_resume_heeds_the_plan(tmp_path: Path) -> None:
    """Under another plan nothing of before is taken."""
    folder = three_parts(tmp_path / "in")
    _run(folder, tmp_path / "out")
    other = replace(SETTINGS, plan_text=SETTINGS.plan_text + "\n# another plan\n")
    again = replace(batch(folder, tmp_path / "out", OnTheSpot(), resume=True), settings=other)
    assert 0 == run_batch(again, lambda _done, _total: None)[1]


def test_the_same_units_in_two_localities_are_said(tmp_path: Path) -> None:
    """Parts that name the same communes are two returns of each, said once; a name that two districts share is none."""
    workbook(tmp_path / "in/Quý I/a.xlsx", {"Xã Một": 0, "Xã Hai": 0, "Phòng Tư pháp": 0})
    workbook(tmp_path / "in/Quý II/a.xlsx", {"Xã Một": 0, "Xã Hai": 1, "Phòng Tư pháp": 0})
    workbook(tmp_path / "in/Huyện Ất/a.xlsx", {"Xã Ba": 0, "Xã Bốn": 0, "Xã Một": 0, "Phòng Tư pháp": 0})
    said = [w for w in _run(tmp_path / "in", tmp_path / "out").warnings if w.code == "unit_in_several_parts"]
    assert [["Quý I", "Quý II"]] == [warning.parts for warning in said]
    assert said[0].message.startswith("3 đơn vị có 2 bản số liệu, ")
    assert all(f"“{name}”" in said[0].message for name in ("Xã Một", "Xã Hai", "Phòng Tư pháp"))


def test_under_one_register_a_name_is_one_unit(tmp_path: Path) -> None:
    """Where all parts share a register, a unit with rows in two parts is said, whatever else the parts name."""
    register(tmp_path / "in/don-vi.xlsx", WARDS)
    workbook(tmp_path / "in/a/1.xlsx", {WARDS[0]: 0, WARDS[1]: 0})
    workbook(tmp_path / "in/b/2.xlsx", {WARDS[0]: 0})
    warnings = _run(tmp_path / "in", tmp_path / "out").warnings
    assert [("unit_in_several_parts", ["a", "b"])] == [(w.code, w.parts) for w in warnings]


def test_figures_that_were_not_judged_order_nobody(tmp_path: Path) -> None:
    """Two units whose timing is undecided share a rank over all parts, as within one, though their figures differ."""
    for name, resolved in (("Xã Một", 3), ("Xã Hai", 5)):
        path = workbook(tmp_path / f"in/{name}.xlsx", {name: 0}, resolved=resolved)
        rows = dossiers({name: 0}, resolved=resolved)
        path.unlink()
        xlsx(path, {"Mot cua": [*rows, ["x-1", name, "01/03/2021", "10/03/2021", "31/02/2021", *rows[2][5:]]]})
    units = _run(tmp_path / "in", tmp_path / "out").units
    assert [(1, True), (1, True)] == [(unit.rank, unit.tied) for unit in units]


def test_money_is_what_is_proposed_outright(tmp_path: Path) -> None:
    """A part's proposals and money leave the council's cases out, as its tờ trình does, and count those apart."""
    result = summarise_of(tmp_path, council=(False, True, True))
    assert (1, 900_000, 2) == (result.proposals, result.reward_vnd, result.council_review)


def summarise_of(folder: Path, council: tuple[bool, ...]) -> CombinedPart:
    """A part whose result has one proposal of 900,000 đồng each, some of them the council's."""
    path = workbook(folder / "in/Huyện Ất.xlsx", {f"Xã {number}": 0 for number in range(len(council))})
    result = score([path], load_plan())
    proposals = [
        Proposal(
            award="giay-khen-tap-the",
            unit=unit.id,
            individual=None,
            reward_vnd=900_000,
            council_review=review,
            reason="",
            position=None,
            source_row=None,
        )
        for unit, review in zip(result.units, council, strict=True)
    ]
    given = structs.replace(
        result, proposals=proposals, units=[structs.replace(unit, council_review=False) for unit in result.units]
    )
    return summarise(Part("Huyện Ất", (), is_workbook=True), "locality", given, load_plan()).part
