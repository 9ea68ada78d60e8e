"""What a unit or person achieved, in one sentence of their own figures: for proposals and the lists of documents."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.reports import wording
from thidua_cli.reports.cases import recognised
from thidua_cli.reports.quoting import quoted
from thidua_cli.result import IndividualResult, MeasureResult, Result, UnitResult
from thidua_cli.result_plan import MeasureInfo

_OF_MEASURES: Mapping[str, str] = {
    "task_completion": "hoàn thành {counts} nhiệm vụ",
    "on_software": "{counts} hồ sơ ({figure}) thực hiện trên phần mềm một cửa điện tử",
    "on_time": "{counts} hồ sơ ({figure}) trả kết quả sớm hạn và đúng hạn",
    "online_34": "{counts} hồ sơ ({figure}) thực hiện qua dịch vụ công trực tuyến",
    "par_index": "Chỉ số cải cách hành chính đạt {figure} điểm",
    "initiatives": "có {figure} sáng kiến, giải pháp, mô hình mới, cách làm hay được công nhận",
}


def unit_achievement(unit: UnitResult, result: Result) -> str:
    """What the unit achieved, in one sentence of its own figures (only requirements that are met).

    “Hoàn thành 13/13 nhiệm vụ; 125/125 hồ sơ (100%) trả kết quả sớm hạn và đúng hạn; …”
    """
    infos = wording.measures(result)
    return wording.sentence(
        _achievement(measure, infos.get(measure.id))
        for criterion in unit.criteria
        for measure in criterion.measures
        if measure.verdict == "met" and wording.counts_text(measure)
    )


def _achievement(measure: MeasureResult, info: MeasureInfo | None) -> str:
    template = _OF_MEASURES.get(measure.id)
    if template is None:
        return f"{info.name if info else measure.id}: {wording.ratio_text(measure, info)}"
    return template.format(counts=wording.counts_text(measure), figure=wording.figure(measure))


def person_achievement(person: IndividualResult, result: Result) -> str:
    """What the person achieved: classification, dossiers on time, initiatives; one sentence, empty without any.

    “Hoàn thành xuất sắc nhiệm vụ; giải quyết 120/121 hồ sơ (99,17%) sớm hạn và đúng hạn; có sáng kiến “…””
    """
    kinds = {info.id: info.kind for info in result.plan.individual_criteria}
    parts = [person.classification]
    for criterion in person.criteria:
        kind = kinds.get(criterion.id, "")
        if criterion.verdict != "met" or kind == "classification":
            continue
        if kind == "dossiers" and criterion.numerator is not None:
            parts.append(f"giải quyết {wording.person_figure(criterion)} sớm hạn và đúng hạn")
        elif kind == "initiatives":
            parts.append(_initiative_words(person, result))
    return wording.sentence(parts)


def _initiative_words(person: IndividualResult, result: Result) -> str:
    """Their initiatives by name: from the list, else from the person's own row."""
    listed = recognised(result).get((person.unit, person.name))
    if listed:
        return "có sáng kiến " + ", ".join(map(quoted, listed))
    if person.initiative:
        return f"có sáng kiến {quoted(person.initiative)} (ghi trong danh sách cá nhân)"
    return "có sáng kiến được công nhận"
