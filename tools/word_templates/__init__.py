"""Builds the six Word templates from code, so that they are reproducible; staff then edit the .docx themselves."""
