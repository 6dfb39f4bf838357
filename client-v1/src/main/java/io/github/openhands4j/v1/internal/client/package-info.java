/** Internal: the implementation of the facade. */
@NullMarked
package io.github.openhands4j.v1.internal.client;

import org.jspecify.annotations.NullMarked;
