/** Internal: V0 events made of V1 events. Pure functions: no I/O, no clock, nothing remembered. */
@NullMarked
package io.github.openhands4j.compat.internal.events;

import org.jspecify.annotations.NullMarked;
