/** How a stream is sent to a service that answers while it reads. */
package org.motifworks.contracts.http;
