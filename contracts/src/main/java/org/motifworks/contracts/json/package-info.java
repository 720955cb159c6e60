/** JSON as every Motifworks process reads and writes it. */
package org.motifworks.contracts.json;
