/** The genome that variants are cut from, as the command line reads it: without unpacking it. */
package org.motifworks.standalone.variant;
