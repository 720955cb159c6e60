/** How numbers are rounded for files: once, in one way. */
package org.motifworks.interpret.number;
