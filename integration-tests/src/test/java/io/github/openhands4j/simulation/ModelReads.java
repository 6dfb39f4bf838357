package io.github.openhands4j.simulation;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reads of the model server, each of which may fail. */
final class ModelReads {

  private static final List<Supplier<OpenHandsException>> FAILURES =
      List.of(
          Failures::lost,
          Failures::notSent,
          Failures::cut,
          Failures::webPage,
          () -> Failures.gateway(502),
          () -> Failures.api(500),
          () -> Failures.api(503));

  private final World world;

  ModelReads(World world) {
    this.world = world;
  }

  private void pass() {
    if (!world.server().isUp()) {
      throw Failures.notSent();
    }
    OpenHandsException limited = world.server().limited();
    if (limited != null) {
      throw limited;
    }
    if (world.chance().happens(world.plan().disturbedReads())) {
      throw world.chance().oneOf(FAILURES).get();
    }
  }

  List<@Nullable AppConversationStartTask> tasks(List<StartTaskId> ids) {
    pass();
    List<@Nullable AppConversationStartTask> rows = new ArrayList<>();
    ids.forEach(id -> rows.add(world.server().task(id)));
    return rows;
  }

  List<@Nullable AppConversation> conversations(List<ConversationId> ids) {
    pass();
    List<@Nullable AppConversation> rows = new ArrayList<>();
    ids.forEach(id -> rows.add(world.server().conversation(id)));
    return rows;
  }

  /** A page of start tasks: newest first unless asked otherwise; a token is an offset. */
  Page<AppConversationStartTask> search(Map<String, Object> query) {
    pass();
    List<AppConversationStartTask> rows = new ArrayList<>(world.server().tasks());
    if (query.get("created_at__gte") instanceof String since) {
      Instant from = Instant.parse(since);
      rows.removeIf(row -> row.createdAt() == null || row.createdAt().isBefore(from));
    }
    if (!"CREATED_AT".equals(query.get("sort_order"))) {
      Collections.reverse(rows);
    }
    int from = query.get("page_id") instanceof String token ? Integer.parseInt(token) : 0;
    int until = Math.min(rows.size(), from + world.plan().pageSize());
    return new Page<>(
        List.copyOf(rows.subList(Math.min(from, until), until)),
        until < rows.size() ? Integer.toString(until) : null);
  }
}
