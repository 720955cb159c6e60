package org.motifworks.interpret.shadow;

import java.util.OptionalDouble;

/**
 * Running figures of two series of probabilities, those of one class by two models. Means and
 * co-moments are carried on as of Welford 1962, Technometrics 4, 419, which loses no digits to
 * large sums.
 */
final class ScoreDifference {
  private static final double CALL = .5;

  private long count;
  private double sum;
  private double largest;
  private long changed;
  private double servedMean;
  private double shadowMean;
  private double servedMoment;
  private double shadowMoment;
  private double commonMoment;

  void add(double served, double shadow) {
    count++;
    double difference = Math.abs(served - shadow);
    sum += difference;
    largest = Math.max(largest, difference);
    if (served >= CALL != shadow >= CALL) changed++;
    double servedStep = served - servedMean;
    double shadowStep = shadow - shadowMean;
    servedMean += servedStep / count;
    shadowMean += shadowStep / count;
    servedMoment += servedStep * (served - servedMean);
    shadowMoment += shadowStep * (shadow - shadowMean);
    commonMoment += servedStep * (shadow - shadowMean);
  }

  /** What was seen so far; zeros when that is nothing. */
  ClassDifference of(String name) {
    double seen = Math.max(1, count);
    return new ClassDifference(name, sum / seen, largest, correlation(), changed / seen);
  }

  private OptionalDouble correlation() {
    double scale = Math.sqrt(servedMoment) * Math.sqrt(shadowMoment);
    return scale > 0 ? OptionalDouble.of(commonMoment / scale) : OptionalDouble.empty();
  }
}
