/** Tests of the example programs, each in a process of its own. */
@NullMarked
package io.github.openhands4j.examples;

import org.jspecify.annotations.NullMarked;
