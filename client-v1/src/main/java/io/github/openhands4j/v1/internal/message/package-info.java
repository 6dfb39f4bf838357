/** Internal: how a message is sent once and found again. */
@NullMarked
package io.github.openhands4j.v1.internal.message;

import org.jspecify.annotations.NullMarked;
