"""How fast PyTorch trains an architecture: Adam, binary cross-entropy, batches of 100, shuffled.

Usage: pytorch_training.py ARCHITECTURE.json THREADS PROCESSES SECONDS eager|compile
Prints one JSON object: sequences a second of all processes together, the median of their passes.
"""
import json
import multiprocessing
import os
import statistics
import sys
import time

SEQUENCES = 4000


def train(path, threads, seconds, mode, barrier, rates):
    os.environ["OMP_NUM_THREADS"] = str(threads)
    import torch

    import network

    torch.set_num_threads(threads)
    model = network.build(path).train()
    step_through = torch.compile(model) if mode == "compile" else model
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-4)
    loss = torch.nn.BCEWithLogitsLoss()
    x, y = network.sample(SEQUENCES)

    def epoch():
        for rows in torch.randperm(SEQUENCES).split(network.BATCH):
            optimizer.zero_grad(set_to_none=True)
            loss(step_through(x[rows]), y[rows]).backward()
            optimizer.step()

    epoch()  # compiles and warms
    barrier.wait()
    times, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 3:
        start = time.perf_counter()
        epoch()
        times.append(time.perf_counter() - start)
    rates.put(SEQUENCES / statistics.median(times))


if __name__ == "__main__":
    path, threads, processes, seconds, mode = sys.argv[1:6]
    context = multiprocessing.get_context("spawn")
    barrier, rates = context.Barrier(int(processes)), context.Queue()
    children = [
        context.Process(target=train, args=(path, int(threads), float(seconds), mode, barrier, rates))
        for _ in range(int(processes))
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
        if child.exitcode != 0:
            sys.exit("training ended with " + str(child.exitcode))
    print(json.dumps({"rate": sum(rates.get() for _ in children)}))
