/** Tests of the simulator: one for each documented behavior of the server. */
@NullMarked
package io.github.openhands4j.simulator;

import org.jspecify.annotations.NullMarked;
