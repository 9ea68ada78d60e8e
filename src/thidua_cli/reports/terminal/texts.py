"""What each file of the results is."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_cli.text.language import Message, t

FILE_WORDS: Mapping[str, Message] = {
    "result.json": t("the whole result, for programs"),
    "tong-hop.json": t("the combined standing, for programs"),
    "tong-hop.html": t("the combined page, with links to each part"),
    "tong-hop.xlsx": t("the combined workbook"),
    "xep-hang.html": t("the page to look at"),
    "xep-hang.xlsx": t("the workbook to check in Excel"),
    "to-trinh.docx": t("submission to the chairman"),
    "danh-sach.docx": t("lists of those proposed"),
    "quyet-dinh.docx": t("draft decision"),
    "bien-ban.docx": t("draft minutes of the council"),
    "bao-cao.docx": t("report on the results"),
    "nhan-rong.docx": t("models for rollout"),
}
NO_FINDINGS = t("Findings: none")


def counted_findings(errors: int, warnings: int, infos: int) -> Message:
    """How many findings there are of each weight."""
    return t(
        "Findings: {errors:error|errors}, {warnings:warning|warnings}, {infos} for information",
        errors=errors,
        warnings=warnings,
        infos=infos,
    )
