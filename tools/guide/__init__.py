"""The guide in ``docs/``: its commands run, its pictures made, and what its site needs beside MkDocs."""
