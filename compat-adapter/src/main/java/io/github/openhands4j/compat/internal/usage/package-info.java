/** Internal: counts V0 calls and what they lose. */
@NullMarked
package io.github.openhands4j.compat.internal.usage;

import org.jspecify.annotations.NullMarked;
