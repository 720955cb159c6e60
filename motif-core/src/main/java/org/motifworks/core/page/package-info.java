/**
 * Results as pages: one HTML file each that opens offline, with styles, scripts and drawings inside
 * and nothing to be fetched.
 *
 * <p>{@link org.motifworks.core.page.Page} and {@link org.motifworks.core.page.Html} are for any
 * report; {@link org.motifworks.core.page.MatchPage} shows matches. Depends on {@code core.logo},
 * {@code core.match} and {@code core.motif}.
 */
package org.motifworks.core.page;
