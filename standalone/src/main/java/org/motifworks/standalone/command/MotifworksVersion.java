package org.motifworks.standalone.command;

import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it into the jar. */
final class MotifworksVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = getClass().getPackage().getImplementationVersion();
    return new String[] {"Motifworks " + (version == null ? "of class files" : version)};
  }
}
