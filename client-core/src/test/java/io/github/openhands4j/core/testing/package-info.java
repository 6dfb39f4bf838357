/** A scripted server and a clock for tests; stands on the JDK alone but for {@code FakeTime}. */
@NullMarked
package io.github.openhands4j.core.testing;

import org.jspecify.annotations.NullMarked;
