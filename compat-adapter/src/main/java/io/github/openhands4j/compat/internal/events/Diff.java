package io.github.openhands4j.compat.internal.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The difference of two versions of a file, as V0 told it: unified, without lines around it. */
final class Diff {

  private Diff() {}

  /** The difference as one block of lines; empty if there is none. */
  static String of(String path, String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    int most = Math.min(old.size(), now.size());
    int head = 0;
    while (head < most && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<String> gone = old.subList(head, old.size() - tail);
    List<String> come = now.subList(head, now.size() - tail);
    if (gone.isEmpty() && come.isEmpty()) {
      return "";
    }
    List<String> diff = new ArrayList<>();
    diff.add("--- " + path);
    diff.add("+++ " + path);
    diff.add("@@ -" + place(head, gone.size()) + " +" + place(head, come.size()) + " @@");
    gone.forEach(line -> diff.add(("-" + line).stripTrailing()));
    come.forEach(line -> diff.add(("+" + line).stripTrailing()));
    return String.join("\n", diff);
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.strip().split("\n", -1));
  }

  /** Where lines are and how many; of one the number is left out, before none is the line above. */
  private static String place(int head, int count) {
    if (count == 1) {
      return String.valueOf(head + 1);
    }
    return (count == 0 ? head : head + 1) + "," + count;
  }
}
