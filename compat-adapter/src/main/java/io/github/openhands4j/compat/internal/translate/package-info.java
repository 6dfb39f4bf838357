/** Internal: what V0 values become of V1 values, and back: pure functions. */
@NullMarked
package io.github.openhands4j.compat.internal.translate;

import org.jspecify.annotations.NullMarked;
