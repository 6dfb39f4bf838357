/** Internal: lists that come in pages. */
@NullMarked
package io.github.openhands4j.core.internal.page;

import org.jspecify.annotations.NullMarked;
