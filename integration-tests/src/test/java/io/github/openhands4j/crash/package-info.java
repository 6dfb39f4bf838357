/** Processes that are killed in the middle of a start, and those who find out afterwards. */
@NullMarked
package io.github.openhands4j.crash;

import org.jspecify.annotations.NullMarked;
