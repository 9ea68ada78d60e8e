"""How many findings there are, in words."""

from __future__ import annotations

from thidua_cli.text.language import Message, t

NO_FINDINGS = t("Findings: none")


def counted_findings(errors: int, warnings: int, infos: int) -> Message:
    """How many findings there are of each weight."""
    return t(
        "Findings: {errors:error|errors}, {warnings:warning|warnings}, {infos} for information",
        errors=errors,
        warnings=warnings,
        infos=infos,
    )
