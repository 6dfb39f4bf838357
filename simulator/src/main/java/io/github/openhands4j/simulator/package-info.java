/**
 * A stateful simulator of the OpenHands V1 server, for tests that want to count requests; {@link
 * io.github.openhands4j.simulator.OpenHandsSimulator} is the way in.
 *
 * <p>Its JSON is made by hand and shares no type with the clients, so that a mistake in their
 * models cannot agree with itself. Simulated are starts and start tasks, conversations, messages,
 * sandboxes, the events of a run, the health routes, and what answers around them. Not simulated
 * are streamed starts, pending messages, files, git, settings, the creation and the limit of
 * sandboxes, and agent servers.
 */
@NullMarked
package io.github.openhands4j.simulator;

import org.jspecify.annotations.NullMarked;
