package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sockets/events/{conversation_id}}: lets clients in, says the state first, then events as
 * they happen. Everything runs under the world's lock.
 */
final class SocketHub {

  private static final Pattern PATH =
      Pattern.compile("(?:" + AgentFront.PREFIX + "[^/]+)?/sockets/events/([^/]+)");
  private static final int SWITCHING = 101;

  /** Whether a request becomes a socket, and who listens to it then. */
  record Admission(int status, SocketConnection.Visitor visitor) {}

  private final World world;
  private final Journal journal;
  private final SocketManners manners = new SocketManners();
  private final List<SocketGuest> guests = new ArrayList<>();

  /** For one world. */
  SocketHub(World world, Journal journal) {
    this.world = world;
    this.journal = journal;
    world.events().onNews(this::tell);
    world.onPause(this::end);
  }

  /** How sockets are disturbed; to be changed under the world's lock. */
  SocketManners manners() {
    return manners;
  }

  /** The sockets that stand. */
  List<SocketGuest> guests() {
    return guests;
  }

  /** True of a request that asked for a socket where there are some, whether it got one or not. */
  static boolean isFor(RecordedRequest request) {
    return request.headerNames().contains("upgrade") && PATH.matcher(request.path()).matches();
  }

  /** A request wants to be a socket. */
  Admission admit(Target target, @Nullable String header, Set<String> headerNames) {
    return world.look(
        () -> {
          Admission admission = judge(target, header);
          journal.add(
              "GET",
              target,
              headerNames.stream()
                  .map(name -> name.toLowerCase(Locale.ROOT))
                  .collect(Collectors.toUnmodifiableSet()),
              admission.status(),
              world.now());
          return admission;
        });
  }

  private Admission judge(Target target, @Nullable String header) {
    Matcher path = PATH.matcher(target.path());
    AgentServerAge age = world.options().agentServerAge();
    String shown = age == AgentServerAge.PATH_STYLE ? null : header;
    String key = target.last("session_api_key").orElse(shown);
    SocketGuest guest =
        new SocketGuest(this, Uuids.hex(path.matches() ? path.group(1) : "").orElse(""), key);
    if (manners.refusal() != 0) {
      return new Admission(manners.refusal(), guest);
    }
    if (!path.matches()) {
      return new Admission(404, guest);
    }
    String owner = key == null ? null : world.keyOwner(key);
    if (owner != null && !runs(owner)) {
      return new Admission(503, guest);
    }
    boolean knowsFirstFrames = age == AgentServerAge.CURRENT;
    return new Admission(key == null && !knowsFirstFrames ? 403 : SWITCHING, guest);
  }

  private boolean runs(String sandboxId) {
    return world
        .sandbox(sandboxId)
        .filter(sandbox -> sandbox.rawStatus() == SandboxStatus.RUNNING)
        .isPresent();
  }

  /** A guest shows a key. */
  void welcome(SocketGuest guest, String key) {
    world.change(
        at -> {
          String owner = world.keyOwner(key);
          boolean right =
              owner != null
                  && world.sandbox(owner).filter(it -> it.rawSessionKey().equals(key)).isPresent();
          SimulatedConversation conversation =
              world.conversation(guest.conversationId()).orElse(null);
          if (!right) {
            guest.end(4001);
          } else if (conversation == null || !conversation.sandboxId().equals(owner)) {
            guest.end(4004);
          } else if (!manners.isSilent()) {
            guests.add(guest);
            guest.say(state(conversation).toString());
          }
        });
  }

  private ObjectNode state(SimulatedConversation conversation) {
    ObjectNode fields = Json.object().put("key", "full_state");
    fields.putObject("value").put("execution_status", conversation.rawExecution());
    return SocketManners.event("ConversationStateUpdateEvent", fields, world.now());
  }

  /** A guest said something. */
  void said(SocketGuest guest, String text) {
    world.change(
        at -> {
          JsonNode message = parsed(text);
          SimulatedConversation conversation =
              world.conversation(guest.conversationId()).orElse(null);
          if (message == null || !message.path("content").isArray() || conversation == null) {
            ObjectNode fields =
                Json.object().put("code", "ValidationError").put("detail", "bad frame");
            guest.say(SocketManners.event("ServerErrorEvent", fields, at).toString());
          } else {
            conversation.message(message.path("content"), true, at);
          }
        });
  }

  static @Nullable JsonNode parsed(String text) {
    try {
      return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return null;
    }
  }

  /** A guest is gone. */
  void left(SocketGuest guest) {
    world.change(at -> guests.remove(guest));
  }

  private void tell(String conversationId, StoredEvent event) {
    for (JsonNode frame : manners.frames(EventJson.told(event.json()))) {
      List.copyOf(guests).stream()
          .filter(guest -> guest.conversationId().equals(conversationId))
          .forEach(guest -> guest.say(frame.toString()));
    }
  }

  /** The sandbox of some guests was paused. */
  private void end(String sandboxId) {
    List.copyOf(guests).stream()
        .filter(
            guest ->
                world
                    .conversation(guest.conversationId())
                    .filter(it -> it.sandboxId().equals(sandboxId))
                    .isPresent())
        .forEach(SocketGuest::cut);
  }
}
