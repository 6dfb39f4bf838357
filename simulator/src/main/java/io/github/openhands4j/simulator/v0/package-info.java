/** A stand-in for a server that still has the V0 API, for tests. */
@NullMarked
package io.github.openhands4j.simulator.v0;

import org.jspecify.annotations.NullMarked;
