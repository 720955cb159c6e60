/** The service's part of the public REST API, {@code /v1/models/{ref}/...}: thin doors. */
package org.motifworks.interpret.api;
