"""The tree of a page behind a small interface, its selectors, tables as grids, lists of lines, and scripts found by bytes."""
