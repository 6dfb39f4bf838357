package io.github.openhands4j.simulation;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.model.ConversationId;
import java.util.ArrayList;
import java.util.List;

/** One start, as the world knows it. */
final class Job {

  final int number;
  final StartHandle handle;

  /** How far the clock of its process is from the server's. */
  final long skewNanos;

  /** What the server made of its requests, whether it shows it yet or not. */
  final List<ModelTask> tasks = new ArrayList<>();

  /** A request went out, and nothing says that it was not processed. */
  boolean undecided;

  /** How many requests of ours the server processed; what a proxy repeats is not counted. */
  int processed;

  /** Its caller holds the handle. */
  boolean held;

  /** Its caller was told that there is no such job. */
  boolean deniedToCaller;

  /** Its caller, or who resolved it, gave up for the time being. */
  boolean unknown;

  Job(int number, StartHandle handle, long skewNanos) {
    this.number = number;
    this.handle = handle;
    this.skewNanos = skewNanos;
  }

  ConversationId id() {
    return handle.conversationId();
  }

  /** Whether the server has it, or has had it. */
  boolean isTaken() {
    return tasks.stream().anyMatch(ModelTask::isCommitted);
  }

  List<ModelTask> taken() {
    return tasks.stream().filter(ModelTask::isCommitted).toList();
  }
}
