"""Any file to sheets: formats told by content, hostile files refused, nothing executed and nothing fetched."""

from thidua_cli.intake.opening.inputs import InputPath, Inputs, is_table_name, list_inputs, skipped
from thidua_cli.intake.opening.limits import Limits
from thidua_cli.intake.opening.opener import open_file

__all__ = ["InputPath", "Inputs", "Limits", "is_table_name", "list_inputs", "open_file", "skipped"]
