/** How much a request may hold. */
package org.motifworks.trainer.body;
