package io.github.openhands4j.simulation;

import feign.Request;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation on a server: what was said shows later than it was said, and may come twice. */
final class ModelChat {

  /** Said by the API before it passes a message on. */
  static final List<Integer> REFUSALS = List.of(404, 409, 422, 425, 503);

  private static final int PAGE = 3;

  /** A message of the caller. */
  static final class Message {
    final String text;
    final long beganNanos;
    final ModelWire.Once once = new ModelWire.Once();
    private boolean repeated;
    private boolean acknowledged;

    Message(String text, long beganNanos) {
      this.text = text;
      this.beganNanos = beganNanos;
    }

    boolean wasAcknowledged() {
      return acknowledged;
    }

    boolean wasRepeated() {
      return repeated;
    }
  }

  /** An event: who said what, when, and since when it shows. */
  private record Said(String source, Message message, long at, long shownFrom) {
    String text() {
      return message.text;
    }
  }

  private final ClientTime time;
  private final Chance chance;
  private final ClientPlan plan;
  private final ModelWire wire;
  private final List<Said> events = new ArrayList<>();

  ModelChat(ClientTime time, Chance chance, ClientPlan plan, ModelWire wire) {
    this.time = time;
    this.chance = chance;
    this.plan = plan;
    this.wire = wire;
  }

  /** Whether the user has said a text. */
  boolean heard(String text) {
    return heardByNow().anyMatch(said -> said.text().equals(text));
  }

  /** Whether this message is there. */
  boolean heard(Message message) {
    return heardByNow().anyMatch(said -> said.message() == message);
  }

  private Stream<Said> heardByNow() {
    return events.stream()
        .filter(said -> said.source().equals("user") && said.at() <= time.nanoTime());
  }

  /** Whether a proxy repeated a message with this text. */
  boolean wasCopied(String text) {
    return events.stream()
        .anyMatch(said -> said.message().wasRepeated() && said.text().equals(text));
  }

  /** {@code POST .../send-message}. */
  AppSendMessageResponse send(Message message, Request.Options options) {
    AppSendMessageResponse answer =
        wire.write(message.once, options, arrival -> arrive(message, arrival));
    message.acknowledged = true;
    return answer;
  }

  private AppSendMessageResponse arrive(Message message, long at) {
    say("user", message, at);
    if (chance.happens(plan.repeated())) {
      message.repeated = true;
      say("user", message, at + chance.upTo(20 * Nanos.SECOND));
    }
    say("agent", message, at + chance.upTo(5 * Nanos.SECOND));
    return AppSendMessageResponse.builder().success(true).build();
  }

  private void say(String source, Message message, long at) {
    events.add(new Said(source, message, at, at + chance.upTo(plan.longestLag())));
  }

  /** {@code GET .../events/search}. */
  Page<Map<String, @Nullable Object>> search(Map<String, Object> query, Request.Options options) {
    return wire.read(options, () -> page(query));
  }

  private Page<Map<String, @Nullable Object>> page(Map<String, Object> query) {
    Instant since = Instant.parse(String.valueOf(query.get("timestamp__gte")));
    List<Map<String, @Nullable Object>> shown = new ArrayList<>();
    events.stream()
        .filter(said -> said.shownFrom() <= time.nanoTime())
        .filter(said -> !dated(said).isBefore(since))
        .sorted(Comparator.comparingLong(Said::at).reversed())
        .forEach(said -> shown.add(row(said)));
    int from = query.get("page_id") instanceof String token ? Integer.parseInt(token) : 0;
    int until = Math.min(shown.size(), from + PAGE);
    return new Page<>(
        List.copyOf(shown.subList(Math.min(from, until), until)),
        until < shown.size() ? Integer.toString(until) : null);
  }

  /** The sandbox dates its events by its own clock. */
  private Instant dated(Said said) {
    return ClientTime.trueTime(said.at() + plan.sandboxSkewNanos());
  }

  private static Map<String, @Nullable Object> row(Said said) {
    return Map.of(
        "kind",
        "MessageEvent",
        "source",
        said.source(),
        "llm_message",
        Map.of("content", List.of(Map.of("type", "text", "text", said.text()))));
  }

  /** Whether the API itself says that it did not pass a message on. */
  static boolean isSaidBefore(OpenHandsException failure) {
    return failure instanceof ApiException answer
        && REFUSALS.contains(answer.status())
        && answer.body().startsWith("{");
  }
}
