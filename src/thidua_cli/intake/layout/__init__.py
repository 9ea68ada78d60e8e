"""Where tables stand on a sheet and what their heads mean; what else they let be read is decided in ``decisions``."""
