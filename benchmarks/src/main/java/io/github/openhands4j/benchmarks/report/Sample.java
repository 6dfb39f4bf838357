package io.github.openhands4j.benchmarks.report;

import java.util.Arrays;
import java.util.Collection;

/** Numbers of one kind, sorted. */
public final class Sample {

  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * A sample of what was measured.
   *
   * @param numbers at least one, in any order
   * @return the sample
   */
  public static Sample of(Collection<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    return new Sample(sorted);
  }

  /**
   * How many numbers there are.
   *
   * @return at least 1
   */
  public int size() {
    return sorted.length;
  }

  /**
   * The arithmetic mean.
   *
   * @return the mean
   */
  public double mean() {
    return Arrays.stream(sorted).average().orElseThrow();
  }

  /**
   * The number that a share of all numbers does not exceed.
   *
   * @param share from 0 to 1; 0.5 for the median
   * @return one of the numbers
   */
  public double quantile(double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.min(Math.max(index, 0), sorted.length - 1)];
  }

  /**
   * The median.
   *
   * @return one of the numbers
   */
  public double median() {
    return quantile(0.5);
  }

  /**
   * The largest number.
   *
   * @return the maximum
   */
  public double max() {
    return sorted[sorted.length - 1];
  }

  /**
   * How far the median can be trusted: an interval around it that holds the true one in 19 of 20
   * cases, from ranks alone, whatever the distribution.
   *
   * @return its two ends
   */
  public double[] medianInterval() {
    double halfWidth = 1.96 * Math.sqrt(sorted.length) / 2;
    int low = (int) Math.floor(sorted.length / 2.0 - halfWidth) - 1;
    int high = (int) Math.ceil(sorted.length / 2.0 + halfWidth);
    return new double[] {
      sorted[Math.max(low, 0)], sorted[Math.min(Math.max(high, 0), sorted.length - 1)]
    };
  }
}
