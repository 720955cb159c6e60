"""Makes the bundled JASPAR resources from the sqlite files of the `pyjaspar` package (4.0.0).

    python3 -m venv v && v/bin/pip install pyjaspar==4.0.0
    v/bin/python make_jaspar_resources.py ../src/main/resources/org/motifworks/core/jaspar

The same input gives the same bytes: ordered by id, gzip without name and time.
"""

import collections
import gzip
import os
import sqlite3
import sys

import pyjaspar

QUERY = """
select m.ID, BASE_ID, VERSION, NAME from MATRIX m
join MATRIX_ANNOTATION a on a.ID = m.ID and a.TAG = 'tax_group' and a.VAL = 'vertebrates'
where COLLECTION = 'CORE'
"""


def number(value):
    return str(int(value)) if value == int(value) else repr(value)


def newest_versions(database):
    newest = {}
    for key, base, version, name in database.execute(QUERY):
        if base not in newest or int(version) > newest[base][1]:
            newest[base] = (key, int(version), name)
    return newest


def entry(database, base, key, version, name):
    rows = collections.defaultdict(dict)
    for letter, column, value in database.execute(
        "select row, col, val from MATRIX_DATA where ID = ?", (key,)
    ):
        rows[letter][column] = value
    text = f">{base}.{version}\t{name}\n"
    for letter in "ACGT":
        counts = " ".join(number(rows[letter][c]) for c in sorted(rows[letter]))
        text += f"{letter} [ {counts} ]\n"
    return text


folder = os.path.join(os.path.dirname(pyjaspar.__file__), "data")
for year in (2016, 2026):
    database = sqlite3.connect(os.path.join(folder, f"JASPAR{year}.sqlite"))
    motifs = newest_versions(database)
    text = "".join(entry(database, base, *motifs[base]) for base in sorted(motifs))
    target = os.path.join(sys.argv[1], f"jaspar-{year}-core-vertebrates.jaspar.gz")
    with open(target, "wb") as out:
        with gzip.GzipFile(filename="", mode="wb", fileobj=out, compresslevel=9, mtime=0) as packed:
            packed.write(text.encode())
    print(year, len(motifs))
