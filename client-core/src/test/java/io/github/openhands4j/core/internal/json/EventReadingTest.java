package io.github.openhands4j.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.event.ActionEvent;
import io.github.openhands4j.model.v1.event.AgentErrorEvent;
import io.github.openhands4j.model.v1.event.ClientAction;
import io.github.openhands4j.model.v1.event.ConversationStateUpdateEvent;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.EventSource;
import io.github.openhands4j.model.v1.event.FileEditorAction;
import io.github.openhands4j.model.v1.event.MessageEvent;
import io.github.openhands4j.model.v1.event.ObservationEvent;
import io.github.openhands4j.model.v1.event.PlainObservation;
import io.github.openhands4j.model.v1.event.SecurityRisk;
import io.github.openhands4j.model.v1.event.TaskTrackerAction;
import io.github.openhands4j.model.v1.event.TerminalAction;
import io.github.openhands4j.model.v1.event.TerminalObservation;
import io.github.openhands4j.model.v1.event.UnknownAction;
import io.github.openhands4j.model.v1.event.UnknownEvent;
import io.github.openhands4j.model.v1.event.UnknownObservation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** V1 events of all forms are read, and what is not known is kept. */
class EventReadingTest {

  private static final ObjectMapper MAPPER = Json.mapper(10_000_000);

  private static final List<String> KINDS =
      List.of(
          "MessageEvent",
          "ActionEvent",
          "ObservationEvent",
          "UserRejectObservation",
          "AgentErrorEvent",
          "SystemPromptEvent",
          "ConversationStateUpdateEvent",
          "PauseEvent",
          "InterruptEvent",
          "Condensation",
          "CondensationRequest",
          "CondensationSummaryEvent",
          "ConversationErrorEvent",
          "ServerErrorEvent",
          "HookExecutionEvent",
          "ACPToolCallEvent",
          "TokenEvent",
          "LLMCompletionLogEvent",
          "StreamingDeltaEvent",
          "SomethingNew");

  private static final List<String> NAMES =
      List.of(
          "id",
          "timestamp",
          "source",
          "llm_message",
          "content",
          "thought",
          "action",
          "observation",
          "tool_name",
          "tool_call",
          "error",
          "is_error",
          "key",
          "value",
          "summary_offset",
          "command",
          "task_list",
          "exit_code");

  private static Event read(String json) {
    try {
      return MAPPER.readValue(json, Event.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static Event readAction(String action) {
    return read("{\"kind\":\"ActionEvent\",\"id\":\"a\",\"action\":" + action + "}");
  }

  private static ObservationEvent readObservation(String observation) {
    Event event =
        read("{\"kind\":\"ObservationEvent\",\"id\":\"o\",\"observation\":" + observation + "}");
    return (ObservationEvent) event;
  }

  @Test
  void terminalPairIsRead() {
    ActionEvent action =
        (ActionEvent)
            read(
                """
                {"kind":"ActionEvent","id":"a1","timestamp":"2026-08-20T09:15:05.000120","source":"agent",
                 "thought":[{"type":"text","text":"Run it."}],"tool_name":"terminal","tool_call_id":"c1",
                 "tool_call":{"id":"c1","name":"terminal","arguments":"{}","origin":"completion"},
                 "action":{"kind":"TerminalAction","command":"mvn test","is_input":false,"timeout":null,
                 "reset":false,"later":1},"llm_response_id":"r","security_risk":"LOW","summary":"tests"}
                """);
    TerminalAction terminal = (TerminalAction) Objects.requireNonNull(action.action());

    assertThat(action.thoughtText()).isEqualTo("Run it.");
    assertThat(action.source()).contains(EventSource.AGENT);
    assertThat(action.time()).contains(Instant.parse("2026-08-20T09:15:05.000120Z"));
    assertThat(action.securityRisk()).isEqualTo(SecurityRisk.LOW);
    assertThat(terminal.command()).isEqualTo("mvn test");
    assertThat(terminal.timeout()).isNull();
    assertThat(terminal.raw()).containsEntry("later", 1);

    TerminalObservation seen =
        (TerminalObservation)
            readObservation(
                    """
                    {"kind":"TerminalObservation","content":[{"type":"text","text":"OK"}],"is_error":false,
                     "exit_code":0,"metadata":{"working_dir":"/w"}}
                    """)
                .observation();
    assertThat(seen.text()).isEqualTo("OK");
    assertThat(seen.exitCode()).isZero();
    assertThat(seen.metadata()).containsEntry("working_dir", "/w");
  }

  @Test
  void shapesBeforeReleaseOneAreRead() {
    TerminalObservation old =
        (TerminalObservation)
            readObservation(
                    "{\"kind\":\"ExecuteBashObservation\",\"output\":\"hi\",\"error\":true}")
                .observation();
    assertThat(old.text()).isEqualTo("hi");
    assertThat(old.isError()).isTrue();
    assertThat(old.kind()).isEqualTo("ExecuteBashObservation");
    assertThat(
            ((ActionEvent) readAction("{\"kind\":\"ExecuteBashAction\",\"command\":\"ls\"}"))
                .action())
        .isInstanceOf(TerminalAction.class);
    PlainObservation think =
        (PlainObservation)
            readObservation("{\"kind\":\"ThinkObservation\",\"content\":\"noted\"}").observation();
    assertThat(think.content()).containsExactly(TextContent.of("noted"));
    assertThat(
            readObservation(
                    "{\"kind\":\"FileEditorObservation\",\"output\":\"\",\"error\":\"no file\"}")
                .observation())
        .satisfies(
            seen -> {
              assertThat(seen.isError()).isTrue();
              assertThat(seen.text()).isEqualTo("no file");
            });
  }

  @Test
  void unknownKindsAreKeptAtEveryLevel() {
    UnknownEvent event = (UnknownEvent) read("{\"kind\":\"NewEvent\",\"id\":\"n\",\"x\":[1]}");
    assertThat(event.id()).isEqualTo("n");
    assertThat(event.raw()).containsEntry("x", List.of(1));
    assertThat(((ActionEvent) readAction("{\"kind\":\"NewAction\",\"y\":2}")).action())
        .isInstanceOfSatisfying(
            UnknownAction.class, action -> assertThat(action.raw()).containsEntry("y", 2));
    assertThat(((ActionEvent) readAction("{\"kind\":\"ClientAction_mine\",\"z\":3}")).action())
        .isInstanceOfSatisfying(
            ClientAction.class, action -> assertThat(action.raw()).containsEntry("z", 3));
    assertThat(readObservation("{\"kind\":\"NewObservation\",\"is_error\":true}").observation())
        .isInstanceOfSatisfying(
            UnknownObservation.class, seen -> assertThat(seen.isError()).isTrue());
  }

  @Test
  void misfitIsKeptWithTheReasonAndWithoutItsContentInWords() {
    UnknownEvent event =
        (UnknownEvent) read("{\"kind\":\"MessageEvent\",\"id\":\"m\",\"llm_message\":\"secret\"}");

    assertThat(event.reason()).contains("llm_message");
    assertThat(event.toString()).doesNotContain("secret");
    assertThat(event.raw()).containsEntry("llm_message", "secret");
    assertThat(
            ((ActionEvent) readAction("{\"kind\":\"BrowserClickAction\",\"index\":\"one\"}"))
                .action())
        .isInstanceOf(UnknownAction.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"text\"", "[1,2]", "true", "{}"})
  void whatIsNoEventIsReadAsUnknown(String json) throws JsonProcessingException {
    Event event = read(json);

    assertThat(event).isInstanceOf(UnknownEvent.class);
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(event))).isEqualTo(MAPPER.readTree(json));
  }

  @Test
  void absentIsNullAndTheWordsStayOpen() {
    MessageEvent message =
        (MessageEvent) read("{\"kind\":\"MessageEvent\",\"llm_message\":{\"role\":\"user\"}}");
    assertThat(message.text()).isEmpty();
    assertThat(message.id()).isEmpty();
    assertThat(message.source()).isEmpty();
    assertThat(message.time()).isEmpty();
    assertThat(
            ((ActionEvent) read("{\"kind\":\"ActionEvent\",\"security_risk\":\"EXTREME\"}"))
                .securityRisk()
                .isKnown())
        .isFalse();
    assertThat(((ActionEvent) read("{\"kind\":\"ActionEvent\",\"action\":null}")).action())
        .isNull();
    assertThat(
            ((ConversationStateUpdateEvent)
                    read("{\"kind\":\"ConversationStateUpdateEvent\",\"key\":\"x\",\"value\":[]}"))
                .value())
        .isEqualTo(List.of());
  }

  @Test
  void tasksAndEditsAndErrorsHaveTheirParts() {
    TaskTrackerAction tasks =
        (TaskTrackerAction)
            ((ActionEvent)
                    readAction(
                        "{\"kind\":\"TaskTrackerAction\",\"command\":\"plan\",\"task_list\":"
                            + "[{\"title\":\"Fix\",\"status\":\"todo\"}]}"))
                .action();
    assertThat(Objects.requireNonNull(tasks).taskList().get(0).title()).isEqualTo("Fix");
    FileEditorAction edit =
        (FileEditorAction)
            ((ActionEvent)
                    readAction(
                        "{\"kind\":\"FileEditorAction\",\"command\":\"view\",\"path\":\"/a\","
                            + "\"view_range\":[1,9]}"))
                .action();
    assertThat(Objects.requireNonNull(edit).viewRange()).containsExactly(1L, 9L);
    AgentErrorEvent error =
        (AgentErrorEvent)
            read(
                "{\"kind\":\"AgentErrorEvent\",\"error\":\"e\",\"classification\":"
                    + "{\"kind\":\"auth\",\"retryable\":true}}");
    assertThat(Objects.requireNonNull(error.classification()).retryable()).isTrue();
  }

  @Test
  void anyObjectIsReadAndWrittenBackUnchanged() throws JsonProcessingException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      ObjectNode object = object(random, 0);
      object.put("kind", KINDS.get(random.nextInt(KINDS.size())));
      Event event = read(object.toString());

      JsonNode written = MAPPER.readTree(MAPPER.writeValueAsString(event));
      assertThat(written)
          .as("seed %d, event %d", seed, i)
          .isEqualTo(MAPPER.readTree(object.toString()));
      assertThat(event.toString()).as("seed %d", seed).hasSizeLessThan(300);
    }
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    int fields = random.nextInt(6);
    for (int i = 0; i < fields; i++) {
      object.set(NAMES.get(random.nextInt(NAMES.size())), value(random, depth + 1));
    }
    if (depth > 0 && random.nextBoolean()) {
      object.put("kind", random.nextBoolean() ? "TerminalAction" : "FileEditorObservation");
    }
    return object;
  }

  private static JsonNode value(Random random, int depth) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 3 ? 6 : 8)) {
      case 0 -> json.textNode("text " + random.nextInt(5));
      case 1 -> json.numberNode(random.nextInt());
      case 2 -> json.numberNode(random.nextInt() / 2.0);
      case 3 -> json.booleanNode(random.nextBoolean());
      case 4 -> json.nullNode();
      case 5 -> json.textNode(KINDS.get(random.nextInt(KINDS.size())));
      case 6 -> array(random, depth);
      default -> object(random, depth);
    };
  }

  private static ArrayNode array(Random random, int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      array.add(value(random, depth + 1));
    }
    return array;
  }
}
