/**
 * A server on the loopback interface that answers starts and reads, counts them, and can be slow.
 */
@NullMarked
package io.github.openhands4j.benchmarks.server;

import org.jspecify.annotations.NullMarked;
