"""What the operating system is asked for: locks, folders for the time being, and processes that end with this one."""
