"""How fast onnxruntime for Python predicts, float one-hot in, batch norm folded into the weights.

Usage: onnxruntime_predict.py ARCHITECTURE.json THREADS SECONDS
Prints one JSON object: sequences a second, the median of passes over 4,096 in batches of 256.
"""
import json
import statistics
import sys
import time

import numpy
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

WINDOW, CLASSES, SEQUENCES, BATCH = 200, 12, 4096, 256


def graph(path):
    """Random weights: no rate depends on them."""
    with open(path) as file:
        architecture = json.load(file)
    random = numpy.random.default_rng(1)
    nodes, weights, last = [], [], "x"

    def weight(*shape):
        name = f"w{len(weights)}"
        values = random.normal(0, 0.1, shape).astype(numpy.float32)
        weights.append(numpy_helper.from_array(values, name))
        return name

    def add(operator, *inputs, **attributes):
        nonlocal last
        output = f"v{len(nodes)}"
        nodes.append(helper.make_node(operator, [last, *inputs], [output], **attributes))
        last = output

    channels, length = 4, WINDOW
    for block in architecture["convolutions"]:
        filters, size = block["filters"], block["size"]
        padding = [(size - 1) // 2, size - 1 - (size - 1) // 2]
        add("Conv", weight(filters, channels, size), weight(filters), pads=padding)
        add("Relu")
        channels = filters
        if "pool" in block:
            pool = block["pool"]["size"]
            add("MaxPool", kernel_shape=[pool], strides=[pool])
            length //= pool
    add("Flatten")
    width = channels * length
    for block in architecture["dense"]:
        add("Gemm", weight(width, block["units"]), weight(block["units"]))
        add("Relu")
        width = block["units"]
    add("Gemm", weight(width, CLASSES), weight(CLASSES))
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 4, WINDOW])
    y = helper.make_tensor_value_info(last, TensorProto.FLOAT, ["n", CLASSES])
    made = helper.make_graph(nodes, "plain", [x], [y], weights)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


options = onnxruntime.SessionOptions()
options.intra_op_num_threads = int(sys.argv[2])
session = onnxruntime.InferenceSession(
    graph(sys.argv[1]).SerializeToString(), options, providers=["CPUExecutionProvider"]
)
tokens = numpy.random.default_rng(2019).integers(0, 4, (SEQUENCES, WINDOW))
sequences = numpy.ascontiguousarray(numpy.eye(4, dtype=numpy.float32)[tokens].transpose(0, 2, 1))
times, end = [], None
while end is None or time.perf_counter() < end or len(times) < 4:
    start = time.perf_counter()
    for begin in range(0, SEQUENCES, BATCH):
        session.run(None, {"x": sequences[begin : begin + BATCH]})
    times.append(time.perf_counter() - start)
    end = end or time.perf_counter() + float(sys.argv[3])
print(json.dumps({"rate": SEQUENCES / statistics.median(times[1:])}))
