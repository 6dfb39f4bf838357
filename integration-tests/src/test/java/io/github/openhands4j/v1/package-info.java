/** The facade of the V1 client on the simulated server; requests are counted at the server. */
@NullMarked
package io.github.openhands4j.v1;

import org.jspecify.annotations.NullMarked;
