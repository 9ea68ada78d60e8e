"""Large xlsx workbooks, scanned as bytes with numpy: the same sheets as the library gives, or none at all.

Tokenising XML is nearly the whole cost of reading a large workbook. What programs write into large sheets is very
regular, so it can be told apart in bulk; and whatever is not as regular as that is left to the library
(:class:`~thidua_cli.intake.wordwise.NotPlain`). The scanner never guesses: every byte of a sheet's data must be one
that it expects in that place.
"""
