package com.example.programs;

import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.v1.OpenHandsClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Saves what happened in a conversation, also when its sandbox is gone: its trajectory as the
 * server packs it, {@code trajectory.zip}, and a table of its events, {@code events.txt}. Arguments:
 * the conversation's id and a directory.
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
      try (StreamedAnswer zip = client.api().downloads().conversation(id, null)) {
        Path file = directory.resolve("trajectory.zip");
        Files.copy(zip.body(), file, StandardCopyOption.REPLACE_EXISTING);
      }
      try (PrintWriter table =
          new PrintWriter(Files.newBufferedWriter(directory.resolve("events.txt")))) {
        int events = listEvents(client, id, table);
        System.out.println("saved " + events + " events in " + directory);
      }
    }
  }

  private static int listEvents(OpenHandsClient client, ConversationId id, PrintWriter table) {
    int events = 0;
    Map<String, Object> query = new HashMap<>(Map.of("limit", 100));
    boolean more = true;
    while (more) {
      Page<Map<String, @Nullable Object>> page = client.api().events().search(id, query, null);
      for (Map<String, @Nullable Object> event : page.items()) {
        table.println(event.get("timestamp") + "  " + event.get("source") + "  " + event.get("kind"));
        events++;
      }
      page.nextPageId().ifPresent(token -> query.put("page_id", token));
      more = page.nextPageId().isPresent();
    }
    return events;
  }
}
