package org.motifworks.worker.onnx;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.SamePadding;
import org.motifworks.worker.network.NetworkWeights;

/**
 * The network once more, for one sequence, in double and plain loops, in the paper's own order
 * (convolution, batch norm, activation, pool), with batch norm unfolded: an oracle that shares
 * nothing with engine and graphs.
 */
final class SlowNetwork {

  private final Architecture architecture;
  private final NetworkWeights weights;
  private final double epsilon;

  SlowNetwork(Architecture architecture, NetworkWeights weights, double epsilon) {
    this.architecture = architecture;
    this.weights = weights;
    this.epsilon = epsilon;
  }

  /** What a forward pass left: logits, first activations, and what the way back needs. */
  static final class Trace {
    final List<double[][]> inputs = new ArrayList<>();
    final List<double[][]> sums = new ArrayList<>();
    final List<double[][]> activated = new ArrayList<>();
    final List<int[][]> places = new ArrayList<>();
    final List<double[]> denseSums = new ArrayList<>();
    double[] logits;
  }

  Trace forward(byte[] tokens) {
    Trace trace = new Trace();
    double[][] x = new double[4][tokens.length];
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] < 4) {
        x[tokens[i]][i] = 1;
      }
    }
    for (int b = 0; b < architecture.convolutions().size(); b++) {
      ConvolutionBlock block = architecture.convolutions().get(b);
      trace.inputs.add(x);
      double[][] sums = convolve(x, block, "conv" + (b + 1));
      double[][] activated = new double[sums.length][];
      for (int f = 0; f < sums.length; f++) {
        activated[f] = new double[sums[f].length];
        for (int i = 0; i < sums[f].length; i++) {
          activated[f][i] = activate(sums[f][i], block.activation());
        }
      }
      trace.sums.add(sums);
      trace.activated.add(activated);
      x = pool(activated, block, trace);
    }
    double[] h = flatten(x);
    for (int d = 0; d < architecture.dense().size(); d++) {
      double[] sums = dense(h, "dense" + (d + 1));
      trace.denseSums.add(sums);
      h = new double[sums.length];
      for (int i = 0; i < h.length; i++) {
        h[i] = activate(sums[i], architecture.dense().get(d).activation());
      }
    }
    trace.logits = dense(h, "output");
    return trace;
  }

  /** Gradient of one logit, {@code [4][window]}. */
  double[][] saliency(Trace trace, int classIndex, boolean guided) {
    double[] g = new double[trace.logits.length];
    g[classIndex] = 1;
    g = denseBack(g, "output");
    for (int d = architecture.dense().size() - 1; d >= 0; d--) {
      double[] sums = trace.denseSums.get(d);
      for (int i = 0; i < g.length; i++) {
        g[i] = back(g[i], sums[i], architecture.dense().get(d).activation(), guided);
      }
      g = denseBack(g, "dense" + (d + 1));
    }
    int last = architecture.convolutions().size() - 1;
    double[][] grid = null;
    for (int b = last; b >= 0; b--) {
      ConvolutionBlock block = architecture.convolutions().get(b);
      int[][] places = trace.places.get(b);
      double[][] sums = trace.sums.get(b);
      double[][] before = new double[sums.length][sums[0].length];
      for (int f = 0; f < before.length; f++) {
        for (int i = 0; i < places[f].length; i++) {
          before[f][places[f][i]] += grid == null ? g[f * places[f].length + i] : grid[f][i];
        }
        for (int i = 0; i < before[f].length; i++) {
          before[f][i] = back(before[f][i], sums[f][i], block.activation(), guided);
        }
      }
      grid = convolveBack(before, trace.inputs.get(b), block, "conv" + (b + 1));
    }
    return grid;
  }

  private double[][] convolve(double[][] x, ConvolutionBlock block, String layer) {
    SamePadding padding = SamePadding.of(x[0].length, block.span(), block.stride());
    float[] w = weights.values(layer + ".weight");
    double[][] sums = new double[block.filters()][padding.outputLength()];
    for (int f = 0; f < sums.length; f++) {
      for (int i = 0; i < sums[f].length; i++) {
        double sum = 0;
        for (int c = 0; c < x.length; c++) {
          for (int k = 0; k < block.size(); k++) {
            int at = i * block.stride() - padding.left() + k * block.dilation();
            if (at >= 0 && at < x[c].length) {
              sum += x[c][at] * w[(f * x.length + c) * block.size() + k];
            }
          }
        }
        sums[f][i] = normalise(sum, layer, f);
      }
    }
    return sums;
  }

  private double[][] convolveBack(
      double[][] g, double[][] x, ConvolutionBlock block, String layer) {
    SamePadding padding = SamePadding.of(x[0].length, block.span(), block.stride());
    float[] w = weights.values(layer + ".weight");
    double[][] back = new double[x.length][x[0].length];
    for (int f = 0; f < g.length; f++) {
      double factor = factor(layer, f);
      for (int i = 0; i < g[f].length; i++) {
        for (int c = 0; c < x.length && g[f][i] != 0; c++) {
          for (int k = 0; k < block.size(); k++) {
            int at = i * block.stride() - padding.left() + k * block.dilation();
            if (at >= 0 && at < x[c].length) {
              back[c][at] += g[f][i] * factor * w[(f * x.length + c) * block.size() + k];
            }
          }
        }
      }
    }
    return back;
  }

  private static double[][] pool(double[][] x, ConvolutionBlock block, Trace trace) {
    int size = block.pool() == null ? 1 : block.pool().size();
    int stride = block.pool() == null ? 1 : block.pool().stride();
    SamePadding padding = SamePadding.of(x[0].length, size, stride);
    double[][] pooled = new double[x.length][padding.outputLength()];
    int[][] places = new int[x.length][padding.outputLength()];
    for (int f = 0; f < x.length; f++) {
      for (int i = 0; i < pooled[f].length; i++) {
        double best = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
          int at = i * stride - padding.left() + k;
          if (at >= 0 && at < x[f].length && x[f][at] > best) {
            best = x[f][at];
            places[f][i] = at;
          }
        }
        pooled[f][i] = best;
      }
    }
    trace.places.add(places);
    return pooled;
  }

  private double[] dense(double[] h, String layer) {
    float[] w = weights.values(layer + ".weight");
    double[] sums = new double[w.length / h.length];
    for (int o = 0; o < sums.length; o++) {
      double sum = 0;
      for (int i = 0; i < h.length; i++) {
        sum += h[i] * w[o * h.length + i];
      }
      sums[o] = normalise(sum, layer, o);
    }
    return sums;
  }

  private double[] denseBack(double[] g, String layer) {
    float[] w = weights.values(layer + ".weight");
    double[] back = new double[w.length / g.length];
    for (int o = 0; o < g.length; o++) {
      for (int i = 0; i < back.length; i++) {
        back[i] += g[o] * factor(layer, o) * w[o * back.length + i];
      }
    }
    return back;
  }

  private double normalise(double sum, String layer, int channel) {
    if (!weights.has(layer + ".scale")) {
      return sum + weights.values(layer + ".bias")[channel];
    }
    return (sum - weights.values(layer + ".mean")[channel]) * factor(layer, channel)
        + weights.values(layer + ".shift")[channel];
  }

  private double factor(String layer, int channel) {
    return weights.has(layer + ".scale")
        ? weights.values(layer + ".scale")[channel]
            / Math.sqrt(weights.values(layer + ".variance")[channel] + epsilon)
        : 1;
  }

  private static double activate(double sum, Activation activation) {
    if (activation == Activation.EXPONENTIAL) {
      return Math.exp(sum);
    }
    return activation == Activation.SOFTPLUS ? Math.log1p(Math.exp(sum)) : Math.max(0, sum);
  }

  private static double back(double g, double sum, Activation activation, boolean guided) {
    if (activation == Activation.EXPONENTIAL) {
      return g * Math.exp(sum);
    }
    if (activation == Activation.SOFTPLUS) {
      return g / (1 + Math.exp(-sum));
    }
    return sum > 0 && (!guided || g > 0) ? g : 0;
  }

  private static double[] flatten(double[][] x) {
    double[] flat = new double[x.length * x[0].length];
    for (int f = 0; f < x.length; f++) {
      System.arraycopy(x[f], 0, flat, f * x[0].length, x[0].length);
    }
    return flat;
  }
}
