"""From a sheet as read to its tables as understood: header words, data rows, system, unit, and what does not add up."""

from thidua_cli.intake.layout.understanding import understand

__all__ = ["understand"]
