"""Tables -> files: DataFrames, or, for text, columns of plain values.

write       batches of a table -> a file, in any format, whole or not at all
formats     the formats by name and suffix, and what each wants
to_csv, to_jsonl, to_parquet, to_sqlite, to_xlsx   one format each
batches     what the formats share: a batch's values, cells that a spreadsheet would run
publish     a file that appears whole or not at all
scratch     a temporary path, for formats that can only be written to one
figures     bar and line plots of a table
homepage    a small static site of a table, from templates/; movie_groups and bar_charts are what it shows
publish_folder   a folder of files that appears whole
"""
