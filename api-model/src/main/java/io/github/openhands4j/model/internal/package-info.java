/** Internal to this project. */
@NullMarked
package io.github.openhands4j.model.internal;

import org.jspecify.annotations.NullMarked;
