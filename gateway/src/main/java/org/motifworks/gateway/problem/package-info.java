/** The gateway's own errors as RFC 9457 problem details; those of the services pass unchanged. */
package org.motifworks.gateway.problem;
