/** Internal: reads of objects by their ids. */
@NullMarked
package io.github.openhands4j.v1.internal.batch;

import org.jspecify.annotations.NullMarked;
