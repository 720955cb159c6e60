/**
 * Class-data sharing: the classes of a program as its JVM keeps them, in a file that the next JVM
 * maps when it starts. Nothing here is needed to run; what is missing, stale or broken costs time.
 */
package org.motifworks.standalone.archive;
