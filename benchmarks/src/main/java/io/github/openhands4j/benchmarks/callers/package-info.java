/** Many callers that block at the same time, each on a virtual thread. */
@NullMarked
package io.github.openhands4j.benchmarks.callers;

import org.jspecify.annotations.NullMarked;
