package org.motifworks.trainer.series;

import java.time.Instant;

/** A model's place in a series; versions count from 1. */
public record SeriesVersion(String series, int version, String modelId, Instant createdAt) {}
