/**
 * The one public door: relays the REST API to the services that own it, tells facts as live events,
 * serves the web page. It holds no state and decides nothing about datasets, runs or models; start
 * reading at {@code door.Door}.
 */
package org.motifworks.gateway;
