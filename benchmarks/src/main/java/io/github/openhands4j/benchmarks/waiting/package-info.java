/** What ten thousand waiting jobs cost. */
@NullMarked
package io.github.openhands4j.benchmarks.waiting;

import org.jspecify.annotations.NullMarked;
