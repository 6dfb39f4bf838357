package io.github.openhands4j.simulator;

/** The nine words a start task can carry, in the order a start goes through them. */
public enum StartStatus {
  /** Taken; a sandbox is being chosen. The answer of the start call always shows this one. */
  WORKING,
  /** The sandbox is known and boots; from here on the task has {@code sandbox_id}. */
  WAITING_FOR_SANDBOX,
  /** The repository is being cloned. */
  PREPARING_REPOSITORY,
  /** The repository's set-up script runs. */
  RUNNING_SETUP_SCRIPT,
  /** Git hooks are being installed. */
  SETTING_UP_GIT_HOOKS,
  /** Skills are being loaded. */
  SETTING_UP_SKILLS,
  /** The conversation is being made; from here on the task has {@code agent_server_url}. */
  STARTING_CONVERSATION,
  /** The conversation exists; only now the task has {@code app_conversation_id}. */
  READY,
  /** The start failed; {@code detail} says why, or is empty. */
  ERROR;

  /** The status that follows; READY and ERROR stay what they are. */
  StartStatus next() {
    return switch (this) {
      case WORKING -> WAITING_FOR_SANDBOX;
      case WAITING_FOR_SANDBOX -> PREPARING_REPOSITORY;
      case PREPARING_REPOSITORY -> RUNNING_SETUP_SCRIPT;
      case RUNNING_SETUP_SCRIPT -> SETTING_UP_GIT_HOOKS;
      case SETTING_UP_GIT_HOOKS -> SETTING_UP_SKILLS;
      case SETTING_UP_SKILLS -> STARTING_CONVERSATION;
      case STARTING_CONVERSATION, READY -> READY;
      case ERROR -> ERROR;
    };
  }

  /** True for READY and ERROR. */
  boolean ended() {
    return this == READY || this == ERROR;
  }
}
