/** Internal: the V0 operations, carried out on V1. */
@NullMarked
package io.github.openhands4j.compat.internal.backend;

import org.jspecify.annotations.NullMarked;
