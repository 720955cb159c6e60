package org.motifworks.standalone.command;

import java.util.Arrays;
import java.util.Iterator;
import org.motifworks.core.motif.io.MotifFileFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The word of a motif format on the command line, and its completion. */
final class MotifFormatOption implements ITypeConverter<MotifFileFormat>, Iterable<String> {

  static final String WORDS = "meme, jaspar, transfac, homer, uniprobe or plain";

  @Override
  public MotifFileFormat convert(String word) {
    return MotifFileFormat.of(word)
        .orElseThrow(
            () -> new TypeConversionException("'" + word + "' is no motif format: " + WORDS));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(MotifFileFormat.values()).map(MotifFileFormat::word).iterator();
  }
}
