/** Makes Quarkus use the one JSON configuration, {@link org.motifworks.contracts.json.Json}. */
package org.motifworks.kit.json;
