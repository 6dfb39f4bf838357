/** Events of the removed V0 API. Each type is deprecated. */
@NullMarked
package io.github.openhands4j.model.v0.event;

import org.jspecify.annotations.NullMarked;
