/** Tests of the V0 client's public face. */
@NullMarked
package io.github.openhands4j.v0;

import org.jspecify.annotations.NullMarked;
