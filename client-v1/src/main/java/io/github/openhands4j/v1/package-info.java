/** The typed client of the OpenHands V1 API. */
@NullMarked
package io.github.openhands4j.v1;

import org.jspecify.annotations.NullMarked;
