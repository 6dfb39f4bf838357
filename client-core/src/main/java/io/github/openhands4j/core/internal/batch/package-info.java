/** Internal: reads of many ids at once: how many, and whose row is whose. */
@NullMarked
package io.github.openhands4j.core.internal.batch;

import org.jspecify.annotations.NullMarked;
