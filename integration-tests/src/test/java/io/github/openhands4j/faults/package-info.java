/** What can go wrong between a client and a server, row by row, through the public clients. */
@NullMarked
package io.github.openhands4j.faults;

import org.jspecify.annotations.NullMarked;
