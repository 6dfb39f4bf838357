/**
 * The client of the removed V0 API, kept so that old applications go on.
 *
 * <p>By itself it talks to a server that still has V0. With {@code openhands4j-compat-adapter} on
 * the class path, the same calls run on V1.
 */
@NullMarked
package io.github.openhands4j.v0;

import org.jspecify.annotations.NullMarked;
