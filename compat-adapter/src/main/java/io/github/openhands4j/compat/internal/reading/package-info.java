/** Internal: reads V1 events as V0 callers ask for them, by number. */
@NullMarked
package io.github.openhands4j.compat.internal.reading;

import org.jspecify.annotations.NullMarked;
