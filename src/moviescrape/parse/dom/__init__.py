"""The tree of a page behind a small interface, its selectors, tables as grids, and scripts found by bytes."""
