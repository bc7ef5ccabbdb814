"""Files of statements: rows in, the same rows out with their verdicts.

A reader (`text`, `csv_rows`, `json_lines`, `workbook`, `parquet`) turns a file into an `Input` of `Row`s, `checking` or
`workers` answers them, a writer (`writing`) adds the answers to the rows, `partial` and `resuming` see to it that an
interrupted run can go on. `run` is where they meet. Memory does not grow with the file.
"""
