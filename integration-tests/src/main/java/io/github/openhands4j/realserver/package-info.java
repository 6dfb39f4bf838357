/** Real OpenHands servers, run on loopback for the demo and the tests. */
@NullMarked
package io.github.openhands4j.realserver;

import org.jspecify.annotations.NullMarked;
