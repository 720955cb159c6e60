package org.motifworks.data.scoring;

import java.util.List;

/**
 * Where files may lie that a scoring is of.
 *
 * @param folders of the machine that the data-service runs on; none when it reads no files by path
 */
public record ScoringInputs(List<String> folders) {}
