/** Internal: the backend that speaks V0 to a server that has it. */
@NullMarked
package io.github.openhands4j.v0.internal.direct;

import org.jspecify.annotations.NullMarked;
