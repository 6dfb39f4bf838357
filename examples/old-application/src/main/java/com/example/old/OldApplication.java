package com.example.old;

import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An old application: it starts a conversation, polls until it stops, renames it, asks one thing
 * more, reads what happened, and stops it. Server and key come from the environment.
 *
 * <p>Arguments: the message; {@code --delete} deletes the conversation at the end; {@code
 * --poll-ms=N} polls every N milliseconds in the place of 5000.
 */
public final class OldApplication {

  private static final Set<ConversationStatus> ENDS =
      Set.of(ConversationStatus.STOPPED, ConversationStatus.ERROR, ConversationStatus.ARCHIVED);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final OpenHandsV0Client client;
  private final Talk talk;
  private final long pollMillis;

  private OldApplication(OpenHandsV0Client client, Talk talk, long pollMillis) {
    this.client = client;
    this.talk = talk;
    this.pollMillis = pollMillis;
  }

  /**
   * Runs the application.
   *
   * @param args as the class says
   * @throws InterruptedException if the process is told to stop
   */
  public static void main(String[] args) throws InterruptedException {
    try {
      runWith(args);
    } catch (RuntimeException e) {
      System.out.println("failed: " + inOneLine(e));
      System.exit(1);
    }
  }

  private static void runWith(String[] args) throws InterruptedException {
    List<String> options = Arrays.stream(args).filter(a -> a.startsWith("--")).toList();
    String message =
        Arrays.stream(args).filter(a -> !a.startsWith("--")).findFirst().orElse("Say hello.");
    long poll =
        options.stream()
            .filter(o -> o.startsWith("--poll-ms="))
            .map(o -> Long.parseLong(o.substring("--poll-ms=".length())))
            .findFirst()
            .orElse(5_000L);
    try (OpenHandsV0Client client = OpenHandsV0Client.fromEnv()) {
      new OldApplication(client, new Talk(System.out), poll)
          .run(message, options.contains("--delete"));
    }
  }

  private static String inOneLine(RuntimeException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.replaceAll("\\s+", " ").strip();
  }

  private void run(String message, boolean delete) throws InterruptedException {
    String id =
        talk.call(
                "createConversation",
                () ->
                    client.createConversation(
                        CreateConversationRequest.builder().initialUserMsg(message).build()),
                created ->
                    created.status()
                        + ", "
                        + created.conversationId()
                        + ", "
                        + created.conversationStatus())
            .conversationId();
    pollUntilItStops(id);
    talk.call(
        "updateConversation", () -> client.updateConversation(id, "Old friend"), String::valueOf);
    talk.call(
        "addMessage",
        () -> {
          client.addMessage(id, "One thing more.");
          return "ok";
        },
        answer -> answer);
    pollUntilItStops(id);
    talk.call(
        "listEvents",
        () -> client.events().listEvents(id, EventQuery.builder().limit(5).build()),
        page -> page.events().size() + " events, more: " + page.hasMore());
    talk.call("trajectory", () -> trajectory(id), OldApplication::describe);
    talk.call(
        "listConversations",
        () -> client.listConversations(ConversationListQuery.firstPage()),
        page -> page.results().size() + " rows");
    talk.call(
        "stopConversation",
        () -> client.stopConversation(id),
        stopped -> stopped.message() + ", " + stopped.conversationStatus());
    if (delete) {
      talk.call("deleteConversation", () -> client.deleteConversation(id), String::valueOf);
    }
  }

  private List<Event> trajectory(String id) {
    try (Stream<Event> events = client.events().trajectory(id)) {
      return events.toList();
    }
  }

  private static String describe(List<Event> events) {
    long messages = events.stream().filter(event -> "message".equals(event.action())).count();
    return events.size() + " events, " + messages + " messages";
  }

  private void pollUntilItStops(String id) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      ConversationStatus status =
          talk.call(
                  "getConversation",
                  () -> client.getConversation(id).orElseThrow(),
                  OldApplication::describe)
              .status();
      if (ENDS.contains(status)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(pollMillis);
    }
    throw new IllegalStateException("conversation " + id + " did not stop in time");
  }

  private static String describe(ConversationInfo info) {
    return info.status() + (info.runtimeStatus() == null ? "" : " " + info.runtimeStatus());
  }
}
