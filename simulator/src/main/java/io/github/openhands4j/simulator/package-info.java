/**
 * A stateful simulator of the OpenHands V1 server, for tests that want to count requests; {@link
 * io.github.openhands4j.simulator.OpenHandsSimulator} is the way in.
 *
 * <p>Its JSON is made by hand and shares no type with the clients, so that a mistake in their
 * models cannot agree with itself. {@code docs/simulator.md} of the project lists the routes it
 * has, what it does not imitate, and what of it was never seen on a real server. For tests with
 * JUnit 5, {@link io.github.openhands4j.simulator.junit.OpenHandsExtension} starts and stops it.
 */
@NullMarked
package io.github.openhands4j.simulator;

import org.jspecify.annotations.NullMarked;
