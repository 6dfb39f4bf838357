/** A stateful simulator of the OpenHands V1 server, for tests that want to count requests. */
@NullMarked
package io.github.openhands4j.simulator;

import org.jspecify.annotations.NullMarked;
