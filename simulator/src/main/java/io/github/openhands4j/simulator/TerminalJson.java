package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes what the agent's terminal tool leaves in the events. */
final class TerminalJson {

  private TerminalJson() {}

  /** The action. */
  static ObjectNode action(String command) {
    ObjectNode action = Json.object().put("kind", "TerminalAction").put("command", command);
    return action.put("is_input", false).putNull("timeout").put("reset", false);
  }

  /** An action and its observation. */
  static void run(AgentHand hand, String command, String output, int exitCode) {
    hand.observe(hand.act("terminal", action(command), ""), answer(command, output, exitCode));
  }

  /** The observation. */
  static ObjectNode answer(String command, String output, int exitCode) {
    ObjectNode answer = EventJson.observation("TerminalObservation", output, exitCode != 0);
    answer.put("command", command).put("exit_code", exitCode).put("timeout", false);
    ObjectNode metadata = answer.putObject("metadata");
    metadata.put("exit_code", exitCode).put("pid", -1).put("username", "openhands");
    metadata.put("hostname", "sandbox").put("working_dir", SimulatedWorkspace.ROOT);
    metadata.put("py_interpreter_path", "/usr/bin/python").put("prefix", "").put("suffix", "");
    return answer.put("full_output_save_dir", "workspace/conversations/observations");
  }
}
