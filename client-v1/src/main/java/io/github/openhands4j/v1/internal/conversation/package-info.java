/** Internal: the conversation as an object, over the resources of its client. */
@NullMarked
package io.github.openhands4j.v1.internal.conversation;

import org.jspecify.annotations.NullMarked;
