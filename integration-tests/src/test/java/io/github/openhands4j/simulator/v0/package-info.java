/** Tests of the stand-in V0 server, with plain requests. */
@NullMarked
package io.github.openhands4j.simulator.v0;

import org.jspecify.annotations.NullMarked;
