"""A new year's folder (``thidua init``): plan, what is still to decide, blank tables, Word templates."""

from thidua_cli.starting.folder import NewYear, new_year

__all__ = ["NewYear", "new_year"]
