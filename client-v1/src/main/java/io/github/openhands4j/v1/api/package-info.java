/**
 * The raw door: the V1 operations as Feign interfaces, one call each, without repeats and waits.
 *
 * <p>All of them throw this library's exceptions. The last parameter sets connect time and total
 * time of one call; null stands for the client's {@code connect-timeout} and {@code read-timeout}.
 */
@NullMarked
package io.github.openhands4j.v1.api;

import org.jspecify.annotations.NullMarked;
