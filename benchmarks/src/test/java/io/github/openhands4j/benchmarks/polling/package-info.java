/** Waits in virtual time keep their goals. */
@NullMarked
package io.github.openhands4j.benchmarks.polling;

import org.jspecify.annotations.NullMarked;
