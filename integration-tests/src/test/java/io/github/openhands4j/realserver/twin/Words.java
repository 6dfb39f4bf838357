package io.github.openhands4j.realserver.twin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes out of texts what no two runs have in common: ids, times, automatic titles, addresses and
 * page tokens. Ids that the program made up itself stay as they are.
 */
final class Words {

  private static final Pattern ANY_ID =
      Pattern.compile(
          "(?i)(?<![0-9a-z])([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-z])");
  private static final Pattern AUTOMATIC_TITLE =
      Pattern.compile("Conversation [0-9a-f]{5}|A title|✨ .*");
  private static final Pattern URL =
      Pattern.compile("https?://(127\\.0\\.0\\.1|localhost):[0-9]+[^\\s\"',]*");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?");
  private static final Pattern CALL = Pattern.compile("call_[0-9a-f]{16}");
  private static final Pattern TOKEN = Pattern.compile("eyJ[0-9A-Za-z+/]{10,}={0,2}");

  private final Map<String, String> names = new LinkedHashMap<>();

  /** From now on this id shows as its name, and its other forms as theirs. */
  void name(String hex, String name) {
    names.put(hex, "<" + name + ">");
    names.put(dashed(hex), "<" + name + ", dashed>");
    names.put(hex.toUpperCase(Locale.ROOT), "<" + name + ", upper case>");
    names.put(dashed(hex).toUpperCase(Locale.ROOT), "<" + name + ", dashed, upper case>");
  }

  /** This id is the program's own and stays. */
  void keep(String id) {
    names.put(id, id);
  }

  /** The text without what is accidental in it. */
  String plain(String text) {
    if (AUTOMATIC_TITLE.matcher(text).matches()) {
      return "<title>";
    }
    String withoutUrls = URL.matcher(text).replaceAll("<url>");
    String withoutTokens = TOKEN.matcher(withoutUrls).replaceAll("<token>");
    String withoutTimes = TIME.matcher(withoutTokens).replaceAll("<time>");
    String withoutCalls = CALL.matcher(withoutTimes).replaceAll("<call>");
    return ANY_ID.matcher(withoutCalls).replaceAll(id -> names.getOrDefault(id.group(), "<id>"));
  }

  /** The other way to write an id of 32 digits. */
  static String dashed(String hex) {
    return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }
}
