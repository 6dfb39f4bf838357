/** Events of V0 conversations on V1: what callers of V0 read, wait for and send. */
@NullMarked
package io.github.openhands4j.v0events;

import org.jspecify.annotations.NullMarked;
