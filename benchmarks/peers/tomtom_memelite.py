"""Times memelite's tomtom on the motifs that the Java benchmark matches.

Usage: tomtom_memelite.py QUERIES.meme DATABASE.meme THREADS
Prints one JSON object: median and least milliseconds of calls after the first, which compiles.
"""
import json
import statistics
import sys
import time

import numpy
from memelite import tomtom
from memelite.io import read_meme

SECONDS = 15


def matrices(path):
    return [numpy.asarray(motif, dtype=float) for motif in read_meme(path).values()]


queries, targets = matrices(sys.argv[1]), matrices(sys.argv[2])
threads = int(sys.argv[3])
tomtom(queries[:2], targets, n_jobs=threads)
times = []
end = time.perf_counter() + SECONDS
while time.perf_counter() < end or len(times) < 3:
    start = time.perf_counter()
    tomtom(queries, targets, n_jobs=threads)
    times.append((time.perf_counter() - start) * 1e3)
print(json.dumps({"medianMs": statistics.median(times), "leastMs": min(times), "calls": len(times)}))
