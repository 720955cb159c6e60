/** Bytes of files as people have them, compressed or not. Depends on the JDK alone. */
package org.motifworks.core.input;
