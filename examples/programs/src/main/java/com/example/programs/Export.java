package com.example.programs;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.EventSource;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Saves what happened in a conversation, also when its sandbox is gone: its trajectory as the
 * server packs it, {@code trajectory.zip}, and a table of its events, {@code events.txt}.
 * Arguments: the conversation's id and a directory.
 */
public final class Export {

  private Export() {}

  /**
   * Runs the program.
   *
   * @param args the conversation and the directory
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: Export CONVERSATION DIRECTORY");
      System.exit(2);
    }
    ConversationId id = ConversationId.parse(args[0]);
    Path directory = Files.createDirectories(Path.of(args[1]));
    try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
      Conversation conversation = client.conversation(id).orElseThrow();
      long bytes = conversation.downloadTo(directory.resolve("trajectory.zip"));
      Iterable<String> rows = () -> conversation.events().all().map(Export::row).iterator();
      Files.write(directory.resolve("events.txt"), rows); // row by row as they are read
      System.out.println("saved " + bytes + " bytes and a table of the events in " + directory);
    }
  }

  private static String row(Event event) {
    String source = event.source().map(EventSource::value).orElse("-");
    return event.timestamp() + "  " + source + "  " + event.kind();
  }
}
