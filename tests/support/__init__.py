"""What tests share and import: paths, a clock, sites that answer from a function, archives, the command line."""
