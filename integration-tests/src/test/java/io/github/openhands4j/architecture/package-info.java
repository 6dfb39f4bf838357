/** What may know what, across modules. */
@NullMarked
package io.github.openhands4j.architecture;

import org.jspecify.annotations.NullMarked;
