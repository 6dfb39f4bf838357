/** Events of V0 made of V1's: time, requests and memory. */
@NullMarked
package io.github.openhands4j.benchmarks.events;

import org.jspecify.annotations.NullMarked;
