/** Internal: events of the two servers, read page by page and merged. */
@NullMarked
package io.github.openhands4j.v1.internal.event;

import org.jspecify.annotations.NullMarked;
