/** Internal: the shared poller: how waits ride on few reads. */
@NullMarked
package io.github.openhands4j.v1.internal.poll;

import org.jspecify.annotations.NullMarked;
