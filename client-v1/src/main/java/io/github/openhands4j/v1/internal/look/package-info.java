/** Internal: how the server is asked what became of a request whose answer was lost. */
@NullMarked
package io.github.openhands4j.v1.internal.look;

import org.jspecify.annotations.NullMarked;
