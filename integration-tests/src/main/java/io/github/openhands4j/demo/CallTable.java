package io.github.openhands4j.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Each V0 call of the old application, the V1 calls it became, and its answers, read off the
 * application's output: {@code > call}, the library's log of HTTP calls, {@code < call: answer}.
 */
final class CallTable {

  private static final Pattern HTTP =
      Pattern.compile("call finished \\[op=(\\S+ \\S+), status=(\\d+)");
  private static final Pattern ANSWER = Pattern.compile("< (\\w+): (.*)");
  private static final Pattern LONG_ID = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{24}\\b");
  private static final int MOST_ANSWER = 40;

  /** What is known of one kind of V0 call. */
  private static final class Row {
    private int calls;
    private final Map<String, Integer> http = new LinkedHashMap<>();
    private final List<String> answers = new ArrayList<>();
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private String current = "";

  /** Takes in a line; gives the answer if it is one. */
  String read(String line) {
    if (line.startsWith("> ")) {
      current = line.substring(2);
      row().calls++;
      return "";
    }
    Matcher http = HTTP.matcher(line);
    if (http.find() && !current.isEmpty()) {
      row().http.merge(shortened(http.group(1)), 1, Integer::sum);
      return "";
    }
    Matcher answer = ANSWER.matcher(line);
    if (!answer.matches()) {
      return "";
    }
    List<String> answers = row().answers;
    String shown = LONG_ID.matcher(answer.group(2)).replaceAll("$1…");
    if (answers.isEmpty() || !answers.get(answers.size() - 1).equals(shown)) {
      answers.add(shown);
    }
    return answer.group(2);
  }

  private Row row() {
    return rows.computeIfAbsent(current, name -> new Row());
  }

  private static String shortened(String operation) {
    return operation.replace(" /api/v1/", " /").replace("{id}", "…");
  }

  /** The table, line by line, at most 100 columns wide. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("V0 call", "V1 calls it became (after /api/v1)", "V0 answer"));
    lines.add(line("-".repeat(20), "-".repeat(38), "-".repeat(MOST_ANSWER)));
    rows.forEach(
        (name, row) -> {
          List<String> left = List.of(name + times(row.calls));
          List<String> middle =
              row.http.entrySet().stream().map(e -> e.getKey() + times(e.getValue())).toList();
          List<String> right = wrap(String.join(" -> ", row.answers));
          for (int i = 0; i < Math.max(1, Math.max(middle.size(), right.size())); i++) {
            lines.add(line(at(left, i), at(middle, i), at(right, i)));
          }
        });
    return lines;
  }

  private static String times(int count) {
    return count == 1 ? "" : " x" + count;
  }

  private static String at(List<String> texts, int index) {
    return index < texts.size() ? texts.get(index) : "";
  }

  private static List<String> wrap(String text) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (rest.length() > MOST_ANSWER) {
      int arrow = rest.lastIndexOf(" -> ", MOST_ANSWER - " ->".length());
      int space = rest.lastIndexOf(' ', MOST_ANSWER);
      int at = arrow > 0 ? arrow + " -> ".length() : space > 0 ? space + 1 : MOST_ANSWER;
      parts.add(rest.substring(0, at));
      rest = rest.substring(at);
    }
    parts.add(rest);
    return parts;
  }

  private static String line(String left, String middle, String right) {
    return String.format("%-20s %-38s %s", left, middle, right).stripTrailing();
  }
}
