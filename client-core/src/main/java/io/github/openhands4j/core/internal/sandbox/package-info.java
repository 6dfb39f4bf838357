/** Internal: what the states of a sandbox mean, for every part of the library that reads them. */
@NullMarked
package io.github.openhands4j.core.internal.sandbox;

import org.jspecify.annotations.NullMarked;
