"""An architecture of Motifworks (its JSON) as a PyTorch network, and random sequences for it."""
import json

import torch
from torch import nn

WINDOW, CLASSES, BATCH = 200, 12, 100  # those of ./motifworks bench


def build(path):
    """Convolution (same padding), batch norm, ReLU, max-pool, dropout; dense layers alike."""
    with open(path) as file:
        architecture = json.load(file)
    layers, channels, length = [], 4, WINDOW
    for block in architecture["convolutions"]:
        layers += [
            nn.Conv1d(channels, block["filters"], block["size"], padding="same", bias=False),
            nn.BatchNorm1d(block["filters"]),
            nn.ReLU(),
        ]
        channels = block["filters"]
        if "pool" in block:
            if "stride" in block["pool"]:
                raise SystemExit("overlapping pools are not compared: " + path)
            layers.append(nn.MaxPool1d(block["pool"]["size"]))
            length //= block["pool"]["size"]
        layers.append(nn.Dropout(block["dropout"]))
    layers.append(nn.Flatten())
    width = channels * length
    for block in architecture["dense"]:
        layers += [
            nn.Linear(width, block["units"], bias=False),
            nn.BatchNorm1d(block["units"]),
            nn.ReLU(),
            nn.Dropout(block["dropout"]),
        ]
        width = block["units"]
    return nn.Sequential(*layers, nn.Linear(width, CLASSES))


def sample(count):
    """One-hot sequences [count, 4, 200] and labels [count, 12]; what they say changes no rate."""
    torch.manual_seed(2019)
    tokens = torch.randint(0, 4, (count, WINDOW))
    x = nn.functional.one_hot(tokens, 4).transpose(1, 2).contiguous().float()
    return x, torch.randint(0, 2, (count, CLASSES)).float()
