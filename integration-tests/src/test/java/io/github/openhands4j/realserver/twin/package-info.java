/** The same V0 program on a V0 server and, through the adapter, on a V1 server. */
@NullMarked
package io.github.openhands4j.realserver.twin;

import org.jspecify.annotations.NullMarked;
