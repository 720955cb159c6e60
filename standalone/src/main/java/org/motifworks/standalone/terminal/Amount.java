package org.motifworks.standalone.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts as people read them; always with a dot as the decimal mark. */
public final class Amount {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Amount() {}

  /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 05 s}, {@code 2 h 04 min}, {@code 3 d 4 h}. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 10) return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    if (seconds < 60) return seconds + " s";
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    if (seconds < 86_400) {
      return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }
    return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
  }

  /** {@code 312 B}, {@code 4.1 KB}, {@code 218 MB}; powers of 1000. */
  public static String bytes(long bytes) {
    if (bytes < 1000) return bytes + " B";
    double amount = bytes;
    String[] units = {"KB", "MB", "GB", "TB"};
    int unit = -1;
    while (amount >= 999.5 && unit < units.length - 1) {
      amount /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, amount < 10 ? "%.1f %s" : "%.0f %s", amount, units[unit]);
  }

  /** {@code 25,000}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** An AU-ROC or a similar share: {@code .973}, and {@code 1.000}. */
  public static String score(double score) {
    String text = String.format(Locale.ROOT, "%.3f", score);
    return text.startsWith("0.") ? text.substring(1) : text;
  }

  /** A loss: {@code .1298}, and {@code 1.0712}. */
  public static String loss(double loss) {
    String text = String.format(Locale.ROOT, "%.4f", loss);
    return text.startsWith("0.") ? text.substring(1) : text;
  }

  /** A p- or E-value: {@code 1.2e-09}, {@code 0.043}. */
  public static String probability(double p) {
    if (p != 0 && p < 0.001) return String.format(Locale.ROOT, "%.1e", p);
    return String.format(Locale.ROOT, "%.3f", p);
  }

  /** {@code 97 %}. */
  public static String percent(double percent) {
    return Math.round(percent) + " %";
  }

  /** Local time to the minute. */
  public static String minute(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }
}
