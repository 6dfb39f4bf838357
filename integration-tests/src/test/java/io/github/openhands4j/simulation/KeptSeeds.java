package io.github.openhands4j.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The seeds of {@code simulation-seeds.txt}: those of schedules that are always run. */
final class KeptSeeds {

  private KeptSeeds() {}

  /** Those of a kind of schedule: {@code starts}, {@code messages} or {@code creates}. */
  static List<Long> of(String kind) {
    List<Long> seeds = new ArrayList<>();
    for (String line : text().lines().toList()) {
      String[] words = line.replaceFirst("#.*", "").strip().split(" +");
      if (words.length == 2 && words[0].equals(kind)) {
        seeds.add(Long.parseLong(words[1]));
      } else if (words.length != 2 && !words[0].isEmpty()) {
        throw new IllegalStateException("no kind and seed: " + line);
      }
    }
    return seeds;
  }

  private static String text() {
    try (InputStream file =
        Objects.requireNonNull(KeptSeeds.class.getResourceAsStream("/simulation-seeds.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
