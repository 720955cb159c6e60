"""Makes the MATLAB files beside it: python3 make_fixtures.py (h5py 3.7, scipy 1.10, numpy).

DeepSEA's layout with 60 positions, 20 labels and 150, 40 and 50 sequences. Every value follows from
a formula that the tests compute for themselves.
"""
import h5py
import numpy as np
import scipy.io

POSITIONS, LABELS = 60, 20
CHANNEL_TOKENS = [0, 2, 1, 3]  # A G C T as the tokens of A C G T


def arrays(split, sequences):
    r = np.arange(sequences)[:, None]
    p = np.arange(POSITIONS)[None, :]
    c = np.arange(LABELS)[None, :]
    tokens = (r * 31 + p * 17 + r * p * 7 + split * 3) % 11 % 5
    labels = ((r * 7 + c * 13 + r * c + split) % 9 == 0).astype(np.uint8)
    x = np.stack([tokens == t for t in CHANNEL_TOKENS], axis=1).astype(np.uint8)
    return x, labels  # [sequences, 4, positions], [sequences, labels]


def hdf5(file, x, y, x_options, y_options):
    with h5py.File(file, "w", userblock_size=512, libver="earliest") as f:
        f.create_dataset("trainxdata", data=x.transpose(2, 1, 0), **x_options)
        f.create_dataset("traindata", data=y.T, **y_options)
    with open(file, "r+b") as f:
        f.write(b"MATLAB 7.3 MAT-file".ljust(124) + b"\x00\x02IM")


deflate = {"compression": "gzip", "compression_opts": 3}
x, y = arrays(0, 150)
hdf5("train.mat", x, y, {"chunks": (7, 3, 64), **deflate}, {"chunks": (6, 50), **deflate})
hdf5("train-wide-chunks.mat", x, y, {"chunks": (1, 1, 150)}, {"chunks": (20, 150), "shuffle": True, **deflate})
hdf5("train-contiguous.mat", x, y, {}, {})
hdf5("train-of-doubles.mat", x.astype(np.float64), y, {"chunks": (60, 4, 150), **deflate}, {})
hdf5("train-channels-last.mat", x.transpose(0, 2, 1), y, {"chunks": (4, 60, 150), **deflate}, {})
hdf5("train-labels-short.mat", x, y[:149], {"chunks": (60, 4, 150), **deflate}, {})
bad = x.copy()
bad[17, :, 3] = [1, 1, 0, 0]
y[17, 3] = 1
hdf5("train-two-hot.mat", bad, y, {"chunks": (7, 3, 64), **deflate}, {})
wrong = y.copy()
wrong[5, 3] = 2
hdf5("train-label-two.mat", x, wrong, {"chunks": (60, 4, 150), **deflate}, {})
for split, name, sequences, compressed in [(1, "valid", 40, True), (2, "test", 50, False)]:
    x, y = arrays(split, sequences)
    scipy.io.savemat(name + ".mat", {name + "xdata": x, name + "data": y, "note": "ab"}, do_compression=compressed)
