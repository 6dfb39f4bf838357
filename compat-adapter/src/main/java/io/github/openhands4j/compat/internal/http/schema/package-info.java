/** Internal: what requests may hold, as data, and how the removed server said what is wrong. */
@NullMarked
package io.github.openhands4j.compat.internal.http.schema;

import org.jspecify.annotations.NullMarked;
