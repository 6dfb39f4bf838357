/** How soon a start is known again after its answer was lost. */
@NullMarked
package io.github.openhands4j.benchmarks.recovery;

import org.jspecify.annotations.NullMarked;
