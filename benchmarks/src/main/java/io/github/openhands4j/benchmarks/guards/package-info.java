/** What the guards around a call cost when nothing goes wrong. */
@NullMarked
package io.github.openhands4j.benchmarks.guards;

import org.jspecify.annotations.NullMarked;
