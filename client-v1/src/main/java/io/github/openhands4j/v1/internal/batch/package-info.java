/** Internal: how many ids the server takes in one request. */
@NullMarked
package io.github.openhands4j.v1.internal.batch;

import org.jspecify.annotations.NullMarked;
