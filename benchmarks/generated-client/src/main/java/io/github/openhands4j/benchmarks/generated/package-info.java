/** A read with the client that a generator made. */
package io.github.openhands4j.benchmarks.generated;
