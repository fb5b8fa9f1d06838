"""The exit status of a command, as the help and the README document it."""

COMPLETE = 0
FEWER_POINTS = 1
"""`assignment check` alone: the submission has less than full points."""
WRONG_USAGE = 2
INCOMPLETE = 3
"""Written, but something is missing; what is missing is said."""
NOTHING_WRITTEN = 4

INTERRUPTED, BROKEN_PIPE, TERMINATED = 130, 141, 143
"""128 and the signal's number, as shells report SIGINT, SIGPIPE and SIGTERM."""
