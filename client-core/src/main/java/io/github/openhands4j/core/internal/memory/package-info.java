/** Internal: what is remembered up to a bound. */
@NullMarked
package io.github.openhands4j.core.internal.memory;

import org.jspecify.annotations.NullMarked;
