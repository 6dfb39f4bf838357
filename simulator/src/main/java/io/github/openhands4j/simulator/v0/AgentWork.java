package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the events that the server and its agent write, in their order. Not thread-safe. */
final class AgentWork {

  private static final String AGENT = "agent";
  private static final String USER = "user";
  private static final String ENVIRONMENT = "environment";

  private final EventLog log;
  private final Supplier<String> clock;
  private String lastTime = "";
  private boolean begun;
  private boolean heard;
  private int calls;

  AgentWork(EventLog log, Supplier<String> clock) {
    this.log = log;
    this.clock = clock;
    write(ENVIRONMENT, EventJson.stateChanged("loading", ""));
  }

  /** The time of the newest event. */
  String lastTime() {
    return lastTime;
  }

  /** The agent is there for the first time; later calls do nothing. */
  void begin(JsonNode request, V0Run run) {
    if (begun) {
      return;
    }
    begun = true;
    write(AGENT, EventJson.system());
    if (!request.hasNonNull("initial_user_msg")) {
      write(ENVIRONMENT, EventJson.changeState("awaiting_user_input"));
      write(ENVIRONMENT, EventJson.stateChanged("awaiting_user_input", ""));
      return;
    }
    String text = request.path("initial_user_msg").asText();
    JsonNode images = request.path("image_urls");
    write(
        USER,
        EventJson.userMessage(text, images.isArray() ? images : Json.MAPPER.createArrayNode()));
    write(ENVIRONMENT, EventJson.changeState("running"));
    recall(text);
    run(run);
  }

  /** The user says something. */
  void hear(ObjectNode message) {
    write(USER, message);
    recall(message.path("message").asText());
  }

  /** The first message recalls the workspace. */
  private void recall(String text) {
    boolean first = !heard;
    heard = true;
    int recall = write(USER, EventJson.recall(first ? "workspace_context" : "knowledge", text));
    write(ENVIRONMENT, EventJson.stateChanged("running", ""));
    answer(ENVIRONMENT, recall, first ? EventJson.recalledWorkspace() : EventJson.nothing());
  }

  /** The user wants another state. */
  void changeState(ObjectNode action, String state) {
    write(USER, action);
    write(ENVIRONMENT, EventJson.stateChanged(state, ""));
  }

  /** The user sends what has no effect here. */
  void note(ObjectNode action) {
    write(USER, action);
  }

  /** The agent works. */
  void run(V0Run run) {
    switch (run.end()) {
      case NONE -> {}
      case FINISHED -> {
        command("ls", "README.md");
        write(AGENT, EventJson.finish(run.text(), call()));
        write(ENVIRONMENT, EventJson.stateChanged("finished", ""));
      }
      case ANSWERED -> {
        write(AGENT, EventJson.agentMessage(run.text(), call()));
        write(ENVIRONMENT, EventJson.stateChanged("awaiting_user_input", ""));
      }
      case FAILED -> write(ENVIRONMENT, EventJson.stateChanged("error", run.text()));
    }
  }

  /** The agent runs a command to its end. */
  void command(String command, String output) {
    ModelCall call = call();
    int action = write(AGENT, EventJson.command(command, call));
    answer(AGENT, action, EventJson.commandDone(command, output, call));
  }

  private ModelCall call() {
    calls++;
    return new ModelCall(calls);
  }

  /** Any event, as a test wants it. */
  int write(String source, ObjectNode event) {
    return store(source, null, event);
  }

  private void answer(String source, int cause, ObjectNode event) {
    store(source, cause, event);
  }

  private int store(String source, @Nullable Integer cause, ObjectNode event) {
    lastTime = clock.get();
    return log.add(lastTime, source, cause, event);
  }
}
