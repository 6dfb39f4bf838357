/** Internal: what a failure means, and which calls may be repeated. */
@NullMarked
package io.github.openhands4j.core.internal.resilience;

import org.jspecify.annotations.NullMarked;
