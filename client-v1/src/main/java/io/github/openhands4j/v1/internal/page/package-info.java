/** Internal: lists that are read page by page, and queries as the server's parameters. */
@NullMarked
package io.github.openhands4j.v1.internal.page;

import org.jspecify.annotations.NullMarked;
