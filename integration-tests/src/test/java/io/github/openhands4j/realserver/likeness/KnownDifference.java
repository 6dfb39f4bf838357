package io.github.openhands4j.realserver.likeness;

import io.github.openhands4j.realserver.ServerKind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A difference that was looked at and stays.
 *
 * @param request which requests it is of: a pattern of method and target
 * @param place where in the answer: a pattern
 * @param reason why the simulator is not like that
 */
record KnownDifference(Pattern request, Pattern place, String reason) {

  private static final List<KnownDifference> OF_V1 =
      List.of(
          of(
              "GET /openapi\\.json",
              "\\$.*",
              "the document is half a megabyte; its version counts"));

  private static final List<KnownDifference> OF_V0 = List.of();

  private static KnownDifference of(String request, String place, String reason) {
    return new KnownDifference(Pattern.compile(request), Pattern.compile(place), reason);
  }

  /** All of them. */
  static List<KnownDifference> of(ServerKind kind) {
    return kind == ServerKind.V0 ? OF_V0 : OF_V1;
  }

  boolean covers(Difference difference) {
    return request.matcher(difference.request()).matches()
        && place.matcher(difference.place()).matches();
  }
}
