package io.github.openhands4j.simulator.junit;

import io.github.openhands4j.simulator.Journal;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.RecordedRequest;
import java.util.List;
import java.util.regex.Pattern;

/** Requests as lines for people, without keys. */
final class RequestText {

  private static final Pattern SECRET =
      Pattern.compile("(?i)([^&=]*(?:key|token|secret|password|auth)[^&=]*)=[^&]*");

  private RequestText() {}

  /** Everything both servers received; a request that was repeated at once is one line. */
  static String all(OpenHandsSimulator server) {
    String key = server.apiKey().orElse("");
    Journal agent = server.agentServer().journal();
    return withoutKey(
        part("The simulator", server.journal())
            + (agent.requests().isEmpty() ? "" : part("Its agent server", agent)),
        key);
  }

  /** Names the requests without a route; empty if there are none. */
  static String unknown(OpenHandsSimulator server) {
    List<RecordedRequest> requests = server.requestsWithoutRoute();
    if (requests.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder("The simulator has no route for what the test sent to it:");
    requests.stream().map(RequestText::line).distinct().forEach(l -> text.append("\n  ").append(l));
    text.append(
        "\nIf that is meant, OpenHandsExtension.builder().allowUnknownRequests() allows it.");
    return withoutKey(text.toString(), server.apiKey().orElse(""));
  }

  private static String part(String who, Journal journal) {
    List<RecordedRequest> requests = journal.requests();
    StringBuilder text = new StringBuilder(who + " received " + requests.size() + " requests:\n");
    int first = 0;
    while (first < requests.size()) {
      String line = line(requests.get(first));
      int next = first + 1;
      while (next < requests.size() && line(requests.get(next)).equals(line)) {
        next++;
      }
      String numbers = next == first + 1 ? "" + next : (first + 1) + "-" + next;
      text.append("  ").append(numbers).append("  ").append(line).append('\n');
      first = next;
    }
    return text.toString();
  }

  private static String line(RecordedRequest request) {
    String query =
        request.query().isEmpty() ? "" : "?" + SECRET.matcher(request.query()).replaceAll("$1=***");
    String end = request.status() == 0 ? "no answer" : "" + request.status();
    return request.method() + " " + request.path() + query + " -> " + end;
  }

  private static String withoutKey(String text, String key) {
    return key.isEmpty() ? text : text.replace(key, "***");
  }
}
