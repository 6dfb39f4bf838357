package io.github.openhands4j.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A command for the shell of a sandbox.
 *
 * @param directory where it runs, null for the workspace
 * @param seconds after how long it is ended
 */
record BashRequest(String command, @Nullable String directory, long seconds) {}
