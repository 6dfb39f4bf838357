/** Internal: for this project's own modules only. */
@NullMarked
package io.github.openhands4j.core.internal;

import org.jspecify.annotations.NullMarked;
