/** Internal: how a backend is found and chosen. */
@NullMarked
package io.github.openhands4j.v0.internal.select;

import org.jspecify.annotations.NullMarked;
