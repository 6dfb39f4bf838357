/** Internal: the hardened HTTP transport and the Feign clients on it. */
@NullMarked
package io.github.openhands4j.core.internal.http;

import org.jspecify.annotations.NullMarked;
