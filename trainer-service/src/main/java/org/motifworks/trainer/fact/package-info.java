/** What trainer-service hears from the others, and who in this service is told of it. */
package org.motifworks.trainer.fact;
