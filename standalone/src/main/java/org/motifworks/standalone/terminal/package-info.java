/**
 * How the command line speaks: colours, tables, progress, sizes and times.
 *
 * <p>Results go to standard output, everything else to standard error. Depends on nothing else
 * here.
 */
package org.motifworks.standalone.terminal;
