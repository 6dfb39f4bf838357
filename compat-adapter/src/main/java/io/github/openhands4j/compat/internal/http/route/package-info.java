/** Internal: V0 requests, from the match of a path to the answer. */
@NullMarked
package io.github.openhands4j.compat.internal.http.route;

import org.jspecify.annotations.NullMarked;
