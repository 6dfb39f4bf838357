/**
 * Holds the simulators against the real servers: what was recorded on a real one is said again to a
 * simulated one, and the answers must be alike.
 */
@NullMarked
package io.github.openhands4j.realserver.likeness;

import org.jspecify.annotations.NullMarked;
