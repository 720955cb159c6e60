/**
 * The report: one HTML file that opens offline, prints, and can be shown to colleagues. Made from
 * the numbers alone, in plain Java, so that equal results are equal bytes. Start at {@link
 * org.motifworks.interpret.report.Report}.
 */
package org.motifworks.interpret.report;
