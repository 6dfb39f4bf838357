package io.github.openhands4j.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened in a schedule: always as a digest, as text only if wanted. */
final class Trace {

  private static final long PRIME = 0x100000001b3L;

  private final boolean kept;
  private final List<String> lines = new ArrayList<>();
  private long digest = 0xcbf29ce484222325L;

  Trace(boolean kept) {
    this.kept = kept;
  }

  /** Something happened to a start, or to the process or server of that number. */
  void add(long now, String what, long subject, Object detail) {
    mix(now);
    mix(what.hashCode());
    mix(subject);
    mix(detail.hashCode());
    if (kept) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%10.3f s  %s %d %s",
              now / (double) Nanos.SECOND,
              what,
              subject,
              detail));
    }
  }

  private void mix(long value) {
    digest = (digest ^ value) * PRIME;
    digest ^= digest >>> 29;
  }

  long digest() {
    return digest;
  }

  List<String> lines() {
    return lines;
  }
}
