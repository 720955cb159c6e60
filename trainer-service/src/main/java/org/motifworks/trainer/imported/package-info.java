/**
 * Models that were made elsewhere, on their way in: off unless an operator allows it. Nothing but
 * {@link org.motifworks.inference.check.GraphCheck} looks at what was sent before it has passed.
 * Start at {@link org.motifworks.trainer.imported.Imports}.
 */
package org.motifworks.trainer.imported;
