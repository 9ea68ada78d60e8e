"""A new year's folder (``thidua init``): plan, what is still to decide, blank tables, Word templates."""

from thidua_cli.starting.folder import NewYear, new_year
from thidua_cli.starting.refreshing import Refreshed, is_year, refreshed

__all__ = ["NewYear", "Refreshed", "is_year", "new_year", "refreshed"]
