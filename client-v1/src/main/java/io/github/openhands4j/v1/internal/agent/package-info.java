/** Internal: agent servers, where they are and what is done there in several requests. */
@NullMarked
package io.github.openhands4j.v1.internal.agent;

import org.jspecify.annotations.NullMarked;
