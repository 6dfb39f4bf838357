/** What the tests of this module share. */
@NullMarked
package io.github.openhands4j.v1.testing;

import org.jspecify.annotations.NullMarked;
