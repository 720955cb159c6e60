package org.motifworks.inference.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The operators a graph may use: those of a convolutional network and its gradient. None has a
 * subgraph, loops, reads files, draws random numbers, or gives an output whose size depends on
 * values.
 */
final class Operators {

  /** Versions of ONNX's own operator set whose meaning the rules follow. */
  static final int OLDEST_SET = 13;

  static final int NEWEST_SET = 22;

  private static final Map<String, Rule> RULES = new TreeMap<>();

  static {
    add(ElementRules::identity, "Identity");
    add(
        ElementRules::unary,
        "Relu LeakyRelu PRelu Elu Selu Gelu Softplus Sigmoid HardSigmoid Tanh Exp Log Sqrt"
            + " Neg Abs Reciprocal Erf Not Clip Softmax LogSoftmax");
    add(ElementRules::dropout, "Dropout");
    add(ElementRules::batchNormalization, "BatchNormalization");
    add(ElementRules::cast, "Cast");
    add(ElementRules::arithmetic, "Add Sub Div Pow Max Min And Or");
    add(ElementRules::product, "Mul");
    add(ElementRules::comparison, "Equal Greater GreaterOrEqual Less LessOrEqual");
    add(ElementRules::where, "Where");
    add(WindowRules::convolution, "Conv");
    add(WindowRules::transposedConvolution, "ConvTranspose");
    add(WindowRules::maxPool, "MaxPool");
    add(WindowRules::averagePool, "AveragePool");
    add(WindowRules::unpool, "MaxUnpool");
    add(WindowRules::globalPool, "GlobalMaxPool GlobalAveragePool");
    add(MatrixRules::gemm, "Gemm");
    add(MatrixRules::matMul, "MatMul");
    add(ShapeRules::constant, "Constant");
    add(ShapeRules::shape, "Shape");
    add(ShapeRules::reshape, "Reshape");
    add(ShapeRules::flatten, "Flatten");
    add(ShapeRules::squeeze, "Squeeze");
    add(ShapeRules::unsqueeze, "Unsqueeze");
    add(ShapeRules::transpose, "Transpose");
    add(ShapeRules::concat, "Concat");
    add(ShapeRules::gather, "Gather");
    add(ShapeRules::constantOfShape, "ConstantOfShape");
    add(ShapeRules::scatterElements, "ScatterElements");
    add(ShapeRules::argMax, "ArgMax");
    add(ShapeRules::reduce, "ReduceMax ReduceMean ReduceSum");
  }

  private Operators() {}

  static Optional<Rule> rule(String operator) {
    return Optional.ofNullable(RULES.get(operator));
  }

  /** Their names, for people. */
  static String allowed() {
    return String.join(", ", RULES.keySet());
  }

  private static void add(Rule rule, String operators) {
    for (String operator : operators.split(" ")) RULES.put(operator, rule);
  }
}
