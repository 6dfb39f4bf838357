/** What tests of several packages share. */
@NullMarked
package io.github.openhands4j.testing;

import org.jspecify.annotations.NullMarked;
