package org.motifworks.inference.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Products of matrices. */
final class MatrixRules {
  private MatrixRules() {}

  static Rule.Result gemm(Operation operation) {
    Tensor a = operation.input(0);
    Tensor b = operation.input(1);
    operation.require(a.rank() == 2 && b.rank() == 2, "it multiplies matrices alone");
    int aTurned = operation.integer("transA", 0) == 0 ? 0 : 1;
    int bTurned = operation.integer("transB", 0) == 0 ? 0 : 1;
    inner(operation, a.size(1 - aTurned), b.size(bTurned));
    List<Extent> shape = List.of(a.size(aTurned), b.size(1 - bTurned));
    Optional<Tensor> added = operation.optional(2);
    if (added.isPresent()) {
      boolean fits = ElementRules.broadcast(shape, added.get().shape()).equals(shape);
      operation.require(fits, "what it adds has the shape " + added.get().shape());
    }
    Tensor y = Tensor.of(a.type(), shape);
    return Rule.Result.of(y.elements().times(b.size(bTurned)), y);
  }

  /** Matrices in the last two dimensions; those before fit as in arithmetic. */
  static Rule.Result matMul(Operation operation) {
    Tensor a = operation.input(0);
    Tensor b = operation.input(1);
    operation.require(a.rank() >= 2 && b.rank() >= 2, "it multiplies matrices alone");
    Extent inner = a.size(a.rank() - 1);
    inner(operation, inner, b.size(b.rank() - 2));
    List<Extent> shape =
        new ArrayList<>(
            ElementRules.broadcast(
                a.shape().subList(0, a.rank() - 2), b.shape().subList(0, b.rank() - 2)));
    shape.add(a.size(a.rank() - 2));
    shape.add(b.size(b.rank() - 1));
    Tensor y = Tensor.of(a.type(), shape);
    return Rule.Result.of(y.elements().times(inner), y);
  }

  private static void inner(Operation operation, Extent left, Extent right) {
    operation.require(
        left.equals(right) && !left.perSequence(),
        "rows of " + left + " do not fit columns of " + right);
  }
}
