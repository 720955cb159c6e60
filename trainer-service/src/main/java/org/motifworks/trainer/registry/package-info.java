/**
 * The models that runs ended in: what they are, how well they do, what their filters turned out to
 * mean. Start at {@link org.motifworks.trainer.registry.Models}.
 */
package org.motifworks.trainer.registry;
