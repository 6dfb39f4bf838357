package io.github.openhands4j.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What a number depends on beside the code: printed above each measurement. */
public final class Surroundings {

  private Surroundings() {}

  /**
   * Day, JVM, processors, and how busy the machine is.
   *
   * @return one line without a line end
   */
  public static String line() {
    return String.format(
        Locale.ROOT,
        "%s, Java %s (%s), %d processors, load %.2f",
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("java.version"),
        System.getProperty("java.vm.name"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
