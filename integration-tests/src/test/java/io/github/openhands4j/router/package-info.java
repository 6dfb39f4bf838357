/** V0 over HTTP without a server, on the V1 simulator. */
@NullMarked
package io.github.openhands4j.router;

import org.jspecify.annotations.NullMarked;
