package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shell commands of one sandbox and their output, as events. */
final class BashLog {

  /** Output is cut into events of so many characters. */
  private static final int LONGEST = 1 << 20;

  private static final class Running {
    private final String id;
    private final Deque<ObjectNode> ahead = new ArrayDeque<>();
    private final @Nullable Instant deadline;
    private final int outputs;

    private Running(String id, @Nullable Instant deadline, int outputs) {
      this.id = id;
      this.deadline = deadline;
      this.outputs = outputs;
    }
  }

  private final List<ObjectNode> events = new ArrayList<>();
  private final List<Running> running = new ArrayList<>();

  /** Takes a command and returns its event. */
  ObjectNode start(SimulatedWorkspace workspace, BashRequest request, Instant at) {
    String id = Uuids.random();
    ObjectNode command = Json.object().put("id", id).put("timestamp", Timestamps.zoned(at));
    command.put("command", request.command()).put("cwd", request.directory());
    command.put("timeout", request.seconds()).put("kind", "BashCommand");
    events.add(command);
    CommandAnswer answer = answer(workspace, request);
    List<ObjectNode> outputs = outputs(id, answer);
    Running process =
        new Running(
            id,
            answer.exitCode() == null ? at.plusSeconds(request.seconds()) : null,
            outputs.size());
    process.ahead.addAll(outputs);
    running.add(process);
    if (!answer.isGradual()) {
      while (!process.ahead.isEmpty()) {
        advance(process, at);
      }
    }
    return command.deepCopy();
  }

  private static CommandAnswer answer(SimulatedWorkspace workspace, BashRequest request) {
    String directory = request.directory() == null ? SimulatedWorkspace.ROOT : request.directory();
    String absolute = FileTree.resolve(SimulatedWorkspace.ROOT, directory);
    if (!workspace.tree().isDirectory(absolute)) {
      return CommandAnswer.exit(-1).stderr("No such file or directory: '" + directory + "'");
    }
    return workspace.run(request.command(), absolute);
  }

  private static List<ObjectNode> outputs(String commandId, CommandAnswer answer) {
    List<String> parts = new ArrayList<>();
    for (String part : answer.parts()) {
      for (int at = 0; at == 0 || at < part.length(); at += LONGEST) {
        parts.add(part.substring(at, Math.min(part.length(), at + LONGEST)));
      }
    }
    if (parts.isEmpty() && answer.exitCode() != null) {
      parts.add("");
    }
    List<ObjectNode> outputs = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      outputs.add(
          output(
              commandId,
              i,
              last ? answer.exitCode() : null,
              parts.get(i),
              last ? answer.errors() : ""));
    }
    return outputs;
  }

  private static ObjectNode output(
      String commandId, int order, @Nullable Integer exitCode, String out, String err) {
    ObjectNode output = Json.object().put("id", Uuids.random()).putNull("timestamp");
    output.put("command_id", commandId).put("order", order).put("exit_code", exitCode);
    output.put("stdout", out.isEmpty() ? null : out).put("stderr", err.isEmpty() ? null : err);
    return output.put("kind", "BashOutput");
  }

  private void advance(Running process, Instant at) {
    ObjectNode next = process.ahead.poll();
    if (next != null) {
      events.add(next.put("timestamp", Timestamps.zoned(at)));
    }
  }

  /** A search: gradual commands go on by one part, and commands whose time is over end. */
  List<ObjectNode> search(Instant now) {
    for (Running process : List.copyOf(running)) {
      advance(process, now);
      boolean over = process.deadline != null && !process.deadline.isAfter(now);
      if (process.ahead.isEmpty() && over) {
        events.add(
            output(process.id, process.outputs, -1, "", "Command timed out")
                .put("timestamp", Timestamps.zoned(now)));
        running.remove(process);
      } else if (process.ahead.isEmpty() && process.deadline == null) {
        running.remove(process);
      }
    }
    return List.copyOf(events);
  }
}
