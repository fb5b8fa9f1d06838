"""From text on a page to a value of the table: pure functions that return None rather than guess, and never raise.

One file a kind of value: years, runtimes, ratings, numbers, names, titles, urls.
"""
