package org.motifworks.trainer.registry;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The name a model was asked for by: {@code series@alias} or {@code series@version}.
 *
 * @param version of the model in its series
 * @param alias null when it was asked for by version, as is {@code generation}
 * @param generation of the alias at that moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelName(String series, int version, String alias, Long generation) {}
