/** Tests of the direct backend. */
@NullMarked
package io.github.openhands4j.v0.internal.direct;

import org.jspecify.annotations.NullMarked;
