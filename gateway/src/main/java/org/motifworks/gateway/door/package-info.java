/** Which path leads where, and what every answer carries: request id, security headers. */
package org.motifworks.gateway.door;
