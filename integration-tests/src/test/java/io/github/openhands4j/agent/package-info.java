/** The rest of the raw door, and agent servers: what is sent where, with which key. */
@NullMarked
package io.github.openhands4j.agent;

import org.jspecify.annotations.NullMarked;
