/** Tests of the package of the same name. */
@NullMarked
package io.github.openhands4j.compat.internal.reading;

import org.jspecify.annotations.NullMarked;
