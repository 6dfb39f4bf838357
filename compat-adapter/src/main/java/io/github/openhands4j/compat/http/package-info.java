/**
 * V0 over HTTP without a server: requests of the removed API go in as bytes, its answers come out
 * as bytes, and V1 does the work. For programs that speak V0 with an HTTP client of their own.
 */
@NullMarked
package io.github.openhands4j.compat.http;

import org.jspecify.annotations.NullMarked;
