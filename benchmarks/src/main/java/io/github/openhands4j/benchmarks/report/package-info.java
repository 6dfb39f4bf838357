/** Numbers, goals, and how they are printed. */
@NullMarked
package io.github.openhands4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
