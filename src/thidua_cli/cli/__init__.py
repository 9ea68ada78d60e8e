"""The command line: options in, a call, errors out. It computes nothing, and loads a command only when it is run."""
