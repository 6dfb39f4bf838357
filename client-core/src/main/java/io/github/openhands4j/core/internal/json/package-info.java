/** Internal: how JSON is read and written. */
@NullMarked
package io.github.openhands4j.core.internal.json;

import org.jspecify.annotations.NullMarked;
