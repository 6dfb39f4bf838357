/** The seam a V0 backend plugs into. */
@NullMarked
package io.github.openhands4j.v0.spi;

import org.jspecify.annotations.NullMarked;
