package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Agents are made, or given tasks.
 *
 * @param command {@code spawn} or {@code delegate}
 * @param ids the agents
 * @param agentTypes their kinds
 * @param tasks the tasks by agent
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record DelegateAction(
    String command,
    List<String> ids,
    List<String> agentTypes,
    Map<String, @Nullable Object> tasks,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public DelegateAction {
    ids = Copies.list(ids);
    agentTypes = Copies.list(agentTypes);
    tasks = Copies.map(tasks);
    raw = Copies.map(raw);
  }

  static DelegateAction read(Fields fields) {
    return new DelegateAction(
        fields.textOr("command", ""),
        fields.texts("ids"),
        fields.texts("agent_types"),
        fields.object("tasks"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "DelegateAction[]";
  }
}
