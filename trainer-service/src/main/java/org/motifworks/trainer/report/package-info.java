/**
 * An experiment's report and its figures: one page that opens offline, and each figure as an SVG of
 * its own. Opens one model's artifacts at a time. Start at {@link
 * org.motifworks.trainer.report.ReportPage}, for the figures at {@link
 * org.motifworks.trainer.report.Figures}.
 */
package org.motifworks.trainer.report;
