/** Internal: where starts are written down. */
@NullMarked
package io.github.openhands4j.core.internal.journal;

import org.jspecify.annotations.NullMarked;
