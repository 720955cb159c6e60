"""How fast captum's guided backpropagation goes from sequences to gradients, by PyTorch.

Usage: captum_saliency.py ARCHITECTURE.json THREADS SECONDS
Prints one JSON object: sequences a second, the median of passes over 1,024 in batches of 256.
"""
import json
import statistics
import sys
import time
import warnings

import torch
from captum.attr import GuidedBackprop

import network

SEQUENCES, BATCH = 1024, 256

warnings.filterwarnings("ignore")  # of hooks on ReLU, which is how it works
torch.set_num_threads(int(sys.argv[2]))
guided = GuidedBackprop(network.build(sys.argv[1]).eval())
x, _ = network.sample(SEQUENCES)
times, end = [], None
while end is None or time.perf_counter() < end or len(times) < 4:
    start = time.perf_counter()
    for rows in x.split(BATCH):
        guided.attribute(rows.clone().requires_grad_(), target=0)
    times.append(time.perf_counter() - start)
    end = end or time.perf_counter() + float(sys.argv[3])
print(json.dumps({"rate": SEQUENCES / statistics.median(times[1:])}))
