/** A server, a proxy and a line to them that do what tests tell them, down to the byte. */
@NullMarked
package io.github.openhands4j.faults.stub;

import org.jspecify.annotations.NullMarked;
