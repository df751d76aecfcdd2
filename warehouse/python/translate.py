"""Parses SQL statements of one dialect and writes them in DuckDB's, by sqlglot.

Reads {"dialect": name, "statements": [text]} from standard input, and prints the statements as a list of JSON.
What sqlglot cannot parse ends the program.
"""

import json
import sys

import sqlglot

job = json.load(sys.stdin)
translated = []
for statement in job["statements"]:
    translated += sqlglot.transpile(
        statement,
        read=job["dialect"],
        write="duckdb",
        error_level=sqlglot.ErrorLevel.RAISE,
        unsupported_level=sqlglot.ErrorLevel.RAISE,
    )
print(json.dumps(translated))
