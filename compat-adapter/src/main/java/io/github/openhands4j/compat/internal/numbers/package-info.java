/** Internal: which V0 number each V1 event has. Append-only, so that a number never changes. */
@NullMarked
package io.github.openhands4j.compat.internal.numbers;

import org.jspecify.annotations.NullMarked;
