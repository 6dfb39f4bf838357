/** Every operation of the app server, called once. */
@NullMarked
package io.github.openhands4j.v1.operations;

import org.jspecify.annotations.NullMarked;
