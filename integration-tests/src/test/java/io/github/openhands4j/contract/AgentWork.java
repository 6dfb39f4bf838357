package io.github.openhands4j.contract;

import io.github.openhands4j.simulator.SimulatedConversation;

/** What an agent of a V1 server leaves in the events, written by hand. */
final class AgentWork {

  private static final String ACTION =
      """
      {"kind": "ActionEvent", "source": "agent", "thought": [], "tool_name": "%s",
       "tool_call_id": "call_%d", "llm_response_id": "chatcmpl-%d", "security_risk": "LOW",
       "tool_call": {"id": "call_%d", "name": "%s", "arguments": "{}", "origin": "completion"},
       "action": %s}
      """;
  private static final String OBSERVATION =
      """
      {"kind": "ObservationEvent", "source": "environment", "tool_name": "%s",
       "tool_call_id": "call_%d", "action_id": "%s", "observation": %s}
      """;

  private final SimulatedConversation conversation;
  private int calls;

  AgentWork(SimulatedConversation conversation) {
    this.conversation = conversation;
  }

  /** Runs a command that prints its own name. */
  void run(String command) {
    call(
        "terminal",
        """
        {"kind": "TerminalAction", "command": "%s", "is_input": false, "timeout": null,
         "reset": false}
        """
            .formatted(command),
        """
        {"kind": "TerminalObservation", "content": [{"type": "text", "text": "%s"}],
         "is_error": false, "command": "%s", "exit_code": 0, "timeout": false,
         "metadata": {"exit_code": 0, "pid": 1, "username": "openhands", "hostname": "sandbox",
           "working_dir": "/workspace/project", "py_interpreter_path": null, "prefix": "",
           "suffix": ""}}
        """
            .formatted(command, command));
  }

  /** Reports, and ends. */
  void finish(String message) {
    call(
        "finish",
        "{\"kind\": \"FinishAction\", \"message\": \"%s\"}".formatted(message),
        """
        {"kind": "FinishObservation", "content": [{"type": "text", "text": "%s"}],
         "is_error": false}
        """
            .formatted(message));
    conversation.finish();
  }

  private void call(String tool, String action, String observation) {
    calls++;
    String id =
        conversation
            .events()
            .add(ACTION.formatted(tool, calls, calls, calls, tool, action.strip()));
    conversation.events().add(OBSERVATION.formatted(tool, calls, id, observation.strip()));
  }
}
