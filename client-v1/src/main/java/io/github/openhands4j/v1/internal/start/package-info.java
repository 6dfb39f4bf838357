/** Internal: the start protocol: how a start is sent once and found again. */
@NullMarked
package io.github.openhands4j.v1.internal.start;

import org.jspecify.annotations.NullMarked;
