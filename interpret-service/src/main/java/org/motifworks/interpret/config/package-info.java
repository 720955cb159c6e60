/** What the service is told from outside, with defaults and bounds. */
package org.motifworks.interpret.config;
