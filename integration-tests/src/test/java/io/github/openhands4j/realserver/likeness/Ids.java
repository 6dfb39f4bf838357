package io.github.openhands4j.realserver.likeness;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which id of the simulator stands for which id of the real server. Learned from answers, used to
 * say later requests to the simulator. Not thread-safe.
 */
final class Ids {

  private static final Pattern DASHED =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{8,}");

  private final Map<String, String> simulated = new HashMap<>();

  /** Notes that one stands for the other; the first thing said of an id counts. */
  void learn(String real, String simulatedId) {
    simulated.putIfAbsent(plain(real), plain(simulatedId));
  }

  /** The same as another object, to try things out. */
  Ids copy() {
    Ids copy = new Ids();
    copy.simulated.putAll(simulated);
    return copy;
  }

  /** The simulator's id, without dashes if it is a UUID; nothing for one that was never learned. */
  Optional<String> of(String real) {
    return Optional.ofNullable(simulated.get(plain(real)));
  }

  /** Whether an id of the simulator stands for one of the real server. */
  boolean isKnownHere(String simulatedId) {
    return simulated.containsValue(plain(simulatedId));
  }

  /** A text with the simulator's ids in the place of the real server's, dashed where those are. */
  String translate(String text) {
    Matcher words = WORD.matcher(text);
    StringBuilder translated = new StringBuilder();
    while (words.find()) {
      String word = words.group();
      String id = of(word).map(found -> isDashed(word) ? dashed(found) : found).orElse(word);
      words.appendReplacement(translated, Matcher.quoteReplacement(id));
    }
    return words.appendTail(translated).toString();
  }

  static boolean isDashed(String text) {
    return DASHED.matcher(text).matches();
  }

  /** An id as it is kept: without dashes if it is a UUID. */
  static String plain(String id) {
    return isDashed(id) ? id.replace("-", "") : id;
  }

  private static String dashed(String hex) {
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }
}
