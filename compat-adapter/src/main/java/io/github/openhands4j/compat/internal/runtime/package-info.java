/** Internal: the sandboxes of conversations, and their agent servers. */
@NullMarked
package io.github.openhands4j.compat.internal.runtime;

import org.jspecify.annotations.NullMarked;
