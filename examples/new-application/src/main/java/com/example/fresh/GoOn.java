package com.example.fresh;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.ActionEvent;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.MessageEvent;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.OpenHandsClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Goes on with a conversation that is there, and shows what its agent says meanwhile. Server and
 * key come from the environment.
 */
public final class GoOn {

  private GoOn() {}

  /**
   * Runs the application.
   *
   * @param args the id of the conversation
   */
  public static void main(String[] args) {
    try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
      Conversation conversation = client.conversation(ConversationId.parse(args[0])).orElseThrow();
      // begin live
      try (LiveEvents live =
          conversation.liveEvents(
              event -> {
                if (event instanceof MessageEvent message) {
                  System.out.println(message.text());
                }
              })) {
        conversation.awaitFinished(Duration.ofMinutes(60));
        boolean all = live.awaitTold(Duration.ofSeconds(30));
        System.out.println(all ? "that was all" : "there may be more to come");
      }
      // end live
      // begin go-on
      conversation.send("Now add a test.");
      Conversation done = conversation.awaitFinished(Duration.ofMinutes(60));
      System.out.println(done.finalResponse().orElse("no words"));
      System.out.println(done.cost().dollars() + " dollars");
      done.downloadTo(Path.of("conversation.zip"));
      // end go-on
      // begin events
      Map<String, Long> kinds =
          done.events().all().collect(Collectors.groupingBy(Event::kind, Collectors.counting()));
      Optional<Event> lastAction =
          done.events().newestFirst().filter(ActionEvent.class::isInstance).findFirst();
      // end events
      System.out.println(kinds + ", last " + lastAction.map(Event::timestamp).orElse("none"));
    }
  }
}
