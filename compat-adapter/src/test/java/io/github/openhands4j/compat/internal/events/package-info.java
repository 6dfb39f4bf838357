/** Tests of the translation of events. */
@NullMarked
package io.github.openhands4j.compat.internal.events;

import org.jspecify.annotations.NullMarked;
