package org.motifworks.trainer.retraining;

/** What the job that checks a cycle's dataset holds. */
record CheckJob(String series, String datasetId) {

  static final String KIND = "retraining-check";
}
