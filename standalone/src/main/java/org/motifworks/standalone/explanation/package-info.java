/**
 * Sequences to be explained one by one, and explanations as text and tables. Start at {@link
 * org.motifworks.standalone.explanation.SequenceSource}.
 */
package org.motifworks.standalone.explanation;
