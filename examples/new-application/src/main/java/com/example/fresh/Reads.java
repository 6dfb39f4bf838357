package com.example.fresh;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.RawAnswer;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.OpenHandsClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads lists, whole answers and events. Server and key come from the environment. */
public final class Reads {

  private Reads() {}

  /**
   * Runs the application.
   *
   * @param args the id of an organization and of a conversation
   */
  public static void main(String[] args) {
    try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
      lists(client);
      options(client, args[0]);
      errors(client, ConversationId.parse(args[1]));
    }
  }

  private static void lists(OpenHandsClient client) {
    // begin lists
    client.conversations().list(ConversationQuery.all()).stream()
        .filter(conversation -> conversation.metrics() != null)
        .limit(500)
        .forEach(System.out::println);

    for (Page<AppConversation> page :
        client.conversations().list(ConversationQuery.all()).pages()) {
      System.out.println(page.items().size() + " rows, then " + page.nextPageId());
    }
    // end lists
  }

  private static void options(OpenHandsClient client, String organization) {
    // begin options
    List<RawAnswer> answers = new CopyOnWriteArrayList<>();
    client
        .withOptions(
            o -> o.organization(organization).timeout(Duration.ofSeconds(5)).onAnswer(answers::add))
        .settings()
        .get();
    answers.forEach(answer -> System.out.println(answer.status() + " " + answer.headers()));
    // end options
  }

  private static void errors(OpenHandsClient client, ConversationId id) {
    // begin errors
    try {
      client.conversations().sendMessage(id, "Now add a test.");
    } catch (NotFoundException gone) {
      System.err.println("no such conversation: " + gone.body());
    } catch (UnauthorizedException refused) {
      System.err.println("the key was refused");
    } catch (OpenHandsException e) {
      System.err.println(e.code() + ": " + e.getMessage());
      if (e.requestMayHaveBeenSent()) {
        System.err.println("look at the conversation before you send it again");
      }
    }
    // end errors
  }
}
