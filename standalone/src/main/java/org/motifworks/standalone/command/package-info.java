/**
 * The {@code motifworks} command line. A command is one file, named in the list of its parent
 * ({@link org.motifworks.standalone.command.MotifworksCommand} for the first level); it gets what
 * it needs from the outside as a {@link org.motifworks.standalone.command.Session}.
 */
package org.motifworks.standalone.command;
