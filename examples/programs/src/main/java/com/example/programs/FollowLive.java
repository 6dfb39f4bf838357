package com.example.programs;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.ActionEvent;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.MessageEvent;
import io.github.openhands4j.model.v1.event.TerminalAction;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.LiveEvents;
import io.github.openhands4j.v1.OpenHandsClient;
import java.time.Duration;

/**
 * Shows what an agent says and does while it works, until its run ends. Argument: the
 * conversation's id.
 */
public final class FollowLive {

  private FollowLive() {}

  /**
   * Runs the program.
   *
   * @param args the conversation
   */
  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("usage: FollowLive CONVERSATION");
      System.exit(2);
    }
    try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
      Conversation conversation = client.conversation(ConversationId.parse(args[0])).orElseThrow();
      try (LiveEvents live = conversation.liveEvents(FollowLive::show)) {
        Conversation done = conversation.awaitFinished(Duration.ofHours(1));
        if (!live.awaitTold(Duration.ofSeconds(30))) {
          System.err.println("the last words may be missing");
        }
        System.out.println(done.outcome() + " " + done.link());
        live.lastSeen().ifPresent(last -> System.err.println("followed up to " + last.id()));
      }
    }
  }

  private static void show(Event event) {
    if (event instanceof MessageEvent message) {
      System.out.println(message.text());
    } else if (event instanceof ActionEvent done
        && done.action() instanceof TerminalAction terminal) {
      System.out.println("$ " + terminal.command());
    }
  }
}
