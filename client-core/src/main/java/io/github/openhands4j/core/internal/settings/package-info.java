/** Internal: reads options from system properties and the environment. */
@NullMarked
package io.github.openhands4j.core.internal.settings;

import org.jspecify.annotations.NullMarked;
