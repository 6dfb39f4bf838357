package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** {@code GET /api/v1/app-conversations/{id}/download}: record and events as a zip. */
final class DownloadRoute {

  private static final int MOST = 10_000;
  private static final List<String> LIVE =
      List.of("sandbox_status", "execution_status", "conversation_url", "session_api_key");

  private final World world;

  /** For one world. */
  DownloadRoute(World world) {
    this.world = world;
  }

  /** The route. */
  Route route() {
    return Route.of("GET", "/api/v1/app-conversations/{conversation_id}/download", this::download);
  }

  private Reply download(Exchange call) {
    Violations found = new Violations();
    Optional<String> id = ReachableAgent.id(call, found);
    if (id.isEmpty()) {
      return found.reply();
    }
    Optional<SimulatedConversation> conversation = world.conversation(id.get());
    if (conversation.isEmpty()) {
      return Reply.detail(404, "Conversation not found: " + Uuids.dashed(id.get()));
    }
    List<StoredEvent> events = world.events().of(id.get()).store(call.now());
    if (events.size() > MOST) {
      return Reply.detail(413, "Trajectory has " + events.size() + " events, more than " + MOST);
    }
    ObjectNode record = ConversationJson.of(world, conversation.get(), true);
    record.remove(LIVE);
    return Reply.bytes("application/zip", zip(record, events))
        .header(
            "content-disposition",
            "attachment; filename=\"conversation_" + Uuids.dashed(id.get()) + ".zip\"");
  }

  private static byte[] zip(JsonNode record, List<StoredEvent> events) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "meta.json", record);
      for (int i = 0; i < events.size(); i++) {
        StoredEvent event = events.get(i);
        add(zip, String.format(Locale.ROOT, "event_%06d_%s.json", i, event.id()), event.json());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, JsonNode json) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(Json.bytes(json));
    zip.closeEntry();
  }
}
