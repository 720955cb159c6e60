package org.motifworks.inference.check;

import java.util.List;

/** What an operator makes of its inputs. */
@FunctionalInterface
interface Rule {

  /**
   * Shapes of the outputs, and the work.
   *
   * @throws GraphRefused when inputs or attributes do not fit, or the size cannot be known
   */
  Result apply(Operation operation);

  /**
   * What comes of an operation.
   *
   * @param outputs all it can give; a node may name fewer
   * @param work multiplications with additions, or values written
   */
  record Result(List<Tensor> outputs, Extent work) {

    /** One that writes each value of its outputs once. */
    static Result of(Tensor... outputs) {
      return of(outputs[0].elements(), outputs);
    }

    static Result of(Extent work, Tensor... outputs) {
      return new Result(List.of(outputs), work);
    }
  }
}
