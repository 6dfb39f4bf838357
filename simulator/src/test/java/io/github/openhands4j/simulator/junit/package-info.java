/** Tests of the JUnit extension. */
@NullMarked
package io.github.openhands4j.simulator.junit;

import org.jspecify.annotations.NullMarked;
