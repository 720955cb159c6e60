/**
 * A model tried on what another is asked, without anyone seeing its answers. Start at {@link
 * org.motifworks.interpret.shadow.ShadowScoring}, which every way of scoring goes through.
 */
package org.motifworks.interpret.shadow;
