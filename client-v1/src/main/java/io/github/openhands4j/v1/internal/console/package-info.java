/** Words for people. */
@NullMarked
package io.github.openhands4j.v1.internal.console;

import org.jspecify.annotations.NullMarked;
