package io.github.openhands4j.benchmarks.waiting;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The threads that are there because of a client. */
final class Threads {

  private Threads() {}

  /** Names of this library's threads and of its transport's, with how many there are of each. */
  static Map<String, Long> ofClients() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(thread -> thread.getName().replaceAll("[-# ]?\\d+$", "").replaceAll(" http.*", ""))
        .filter(name -> isOurs(name) || name.startsWith("OkHttp") || name.startsWith("Okio"))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  static boolean isOurs(String name) {
    return name.startsWith("openhands4j");
  }
}
