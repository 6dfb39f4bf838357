/** Internal: V0's files and git, on the agent server. */
@NullMarked
package io.github.openhands4j.compat.internal.files;

import org.jspecify.annotations.NullMarked;
