/** Tests of the choice of a backend. */
@NullMarked
package io.github.openhands4j.v0.internal.select;

import org.jspecify.annotations.NullMarked;
