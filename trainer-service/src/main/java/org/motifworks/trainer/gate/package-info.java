/**
 * The gate: a candidate and the champion of its series are judged on the same frozen test split, by
 * how well they classify and by what their filters mean. Start at {@link
 * org.motifworks.trainer.gate.Judgements}; the rules are applied in {@link
 * org.motifworks.trainer.gate.Gate}.
 */
package org.motifworks.trainer.gate;
