/** Internal: what clients with the same server and key share, so as not to burden it. */
@NullMarked
package io.github.openhands4j.core.internal.limits;

import org.jspecify.annotations.NullMarked;
