/**
 * Errors as RFC 9457 problem details with a stable code. Throw {@link
 * org.motifworks.kit.problem.Problem} anywhere; the mappers here turn it, and everything else that
 * is thrown, into {@code application/problem+json}.
 */
package org.motifworks.kit.problem;
