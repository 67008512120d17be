"""The `boilerstrip` command: arguments in, exit codes out; no algorithm lives here."""
