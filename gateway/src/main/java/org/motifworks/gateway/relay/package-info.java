/**
 * Passes requests on to the service that owns their path and answers back, byte for byte and with
 * back-pressure in both directions. {@code RouteTable} says who owns what, {@code Relay} opens an
 * exchange, {@code Exchange} carries it to its one end.
 */
package org.motifworks.gateway.relay;
