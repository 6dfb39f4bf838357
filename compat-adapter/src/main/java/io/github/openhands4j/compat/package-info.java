/** Answers V0 calls from the V1 API. */
@NullMarked
package io.github.openhands4j.compat;

import org.jspecify.annotations.NullMarked;
