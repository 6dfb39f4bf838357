/** Tests on real servers; they run with the profile {@code real-server} only. */
@NullMarked
package io.github.openhands4j.realserver;

import org.jspecify.annotations.NullMarked;
