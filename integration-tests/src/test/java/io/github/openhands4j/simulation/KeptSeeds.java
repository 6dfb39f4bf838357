package io.github.openhands4j.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The seeds of {@code simulation-seeds.txt}: those of schedules that are always run. */
final class KeptSeeds {

  private static final Pattern ENTRY =
      Pattern.compile("(starts|messages|creates) +(?<seed>-?\\d+)");

  private KeptSeeds() {}

  /** Those of a kind of schedule: {@code starts}, {@code messages} or {@code creates}. */
  static List<Long> of(String kind) {
    List<Long> seeds = new ArrayList<>();
    for (String line : text().lines().toList()) {
      String entry = line.replaceFirst("#.*", "").strip();
      Matcher words = ENTRY.matcher(entry);
      if (!words.matches() && !entry.isEmpty()) {
        throw new IllegalStateException("no kind and seed: " + line);
      }
      if (entry.startsWith(kind + " ")) {
        seeds.add(Long.parseLong(words.group("seed")));
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
