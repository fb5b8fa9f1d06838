"""Runs a student's code in a process of its own: `runner` outside; `worker`, `guard` and the others inside."""
