/** A V0 client that holds its data in memory, to have something that answers typed calls. */
@NullMarked
package io.github.openhands4j.compat.internal.http.memory;

import org.jspecify.annotations.NullMarked;
