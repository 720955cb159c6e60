/** Makes beans of the kit from a service's configuration; the only place that knows CDI. */
package org.motifworks.kit.config;
