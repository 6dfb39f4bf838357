/**
 * The raw door to an agent server: its operations as Feign interfaces, one call each, without
 * repeats and waits.
 *
 * <p>All of them throw this library's exceptions, those of the app server's operations. An agent
 * server answers only while its sandbox runs, takes only the sandbox's key, which changes with each
 * resume, and its release is that of the sandbox's image: an older one lacks operations.
 */
@NullMarked
package io.github.openhands4j.v1.api.agent;

import org.jspecify.annotations.NullMarked;
