package io.github.openhands4j.realserver.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.ServerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what was said to a real server again to a fresh simulator, and compares the answers: status,
 * media type, {@code Retry-After}, {@code Location}, {@code Allow}, the shape of JSON, and every
 * word of errors.
 */
public final class Likeness {

  private static final Pattern ID_IN_PATH =
      Pattern.compile("\\p{XDigit}{32}|\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

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
          if (!isAboutSomethingElse(real, simulated, ids)) {
            found.addAll(Answers.differences(real, simulated, ids));
          }
        }
      }
    }
    found.removeIf(
        difference ->
            KnownDifference.of(kind).stream().anyMatch(known -> known.covers(difference)));
    return List.copyOf(found);
  }

  /** A recording of a part of a server's life can write to what was made before. */
  private static boolean isAboutSomethingElse(
      RecordedExchange real, RecordedExchange simulated, Ids ids) {
    Matcher id = ID_IN_PATH.matcher(real.path());
    return id.find()
        && ids.of(id.group()).isEmpty()
        && real.status() < 400
        && simulated.status() >= 400;
  }
}
