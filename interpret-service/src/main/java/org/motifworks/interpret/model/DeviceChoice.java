package org.motifworks.interpret.model;

/** The device asked for by configuration. */
public enum DeviceChoice {
  /** A GPU when there is one, else the CPU. */
  AUTO,
  CPU,
  /** A GPU, or the service does not start. */
  GPU
}
