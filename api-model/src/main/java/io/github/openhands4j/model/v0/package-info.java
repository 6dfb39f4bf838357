/** The data types of the removed V0 API, as release 0.62 of the server had them. */
@NullMarked
package io.github.openhands4j.model.v0;

import org.jspecify.annotations.NullMarked;
