/** The architectures that ship with the program, as the API shows them. */
package org.motifworks.trainer.architecture;
