/** Events as they happen, and the conversation as an object, on the simulator. */
@NullMarked
package io.github.openhands4j.v1live;

import org.jspecify.annotations.NullMarked;
