/** A typed read beside a bare HTTP call. */
@NullMarked
package io.github.openhands4j.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
