package io.github.openhands4j.realserver.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.ServerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says what was said to a real server again to a fresh simulator, and compares the answers: status,
 * media type, {@code Retry-After}, {@code Location}, {@code Allow}, the shape of JSON, and every
 * word of errors.
 */
public final class Likeness {

  private static final Set<KnownDifference> SHOWN = ConcurrentHashMap.newKeySet();

  private Likeness() {}

  /**
   * Fails if the simulator is not like the real server in a recording.
   *
   * @param kind the server it was made on
   * @param recorded as {@link #differences} takes it
   */
  public static void assertAlike(ServerKind kind, List<RecordedExchange> recorded) {
    assertThat(differences(kind, recorded)).as("simulator").isEmpty();
  }

  /**
   * Compares all answers of a recording.
   *
   * @param kind the server it was made on
   * @param recorded what was said, in order, from a state in which whatever the recording writes to
   *     did not exist yet
   * @return the differences, without those that were reviewed and stay; none if the simulator is
   *     like the real server
   */
  public static List<Difference> differences(ServerKind kind, List<RecordedExchange> recorded) {
    Ids ids = new Ids();
    Repeater repeater = new Repeater();
    List<Difference> found = new ArrayList<>();
    try (Replica replica =
        kind == ServerKind.V0
            ? new V0Replica()
            : new V1Replica(kind == ServerKind.V1_WITH_WEB_APP)) {
      for (RecordedExchange real : recorded) {
        if (Coverage.of(kind).imitates(real)) {
          replica.prepare(real, ids);
          RecordedExchange simulated = repeater.repeat(real, replica.baseUrl(), ids);
          found.addAll(Answers.differences(real, simulated, ids));
        }
      }
    }
    return unknown(kind, found);
  }

  /** Those of them that were not reviewed. */
  static List<Difference> unknown(ServerKind kind, List<Difference> found) {
    return found.stream().filter(difference -> !isKnown(kind, difference)).toList();
  }

  private static boolean isKnown(ServerKind kind, Difference difference) {
    List<KnownDifference> known =
        KnownDifference.of(kind).stream().filter(each -> each.covers(difference)).toList();
    SHOWN.addAll(known);
    return !known.isEmpty();
  }

  /**
   * Fails if a known difference that a class of tests has to show did not show since the last call:
   * then it is no longer one, and its entry hides what comes after it.
   *
   * @param tests the class, at its end
   */
  public static void assertAllKnownOnesShowed(Class<?> tests) {
    Set<KnownDifference> shown = Set.copyOf(SHOWN);
    SHOWN.clear();
    if (System.getProperty("it.test", "").contains("#")) {
      return; // some methods of it show less
    }
    assertThat(KnownDifference.all().filter(known -> known.shownBy().equals(tests.getSimpleName())))
        .as("known differences that %s has to show", tests.getSimpleName())
        .allMatch(shown::contains);
  }
}
