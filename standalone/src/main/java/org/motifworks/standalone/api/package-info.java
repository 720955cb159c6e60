/**
 * The public REST API seen from a client: requests, problems, event streams, uploads, views.
 *
 * <p>Depends on contracts' JSON alone; knows nothing of terminals.
 */
package org.motifworks.standalone.api;
