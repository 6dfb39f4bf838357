/** Internal: time, injected so that tests own it. */
@NullMarked
package io.github.openhands4j.core.internal.time;

import org.jspecify.annotations.NullMarked;
