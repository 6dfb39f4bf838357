/** Internal: how Feign is wired: decoding, errors, proxies. */
@NullMarked
package io.github.openhands4j.core.internal.feign;

import org.jspecify.annotations.NullMarked;
