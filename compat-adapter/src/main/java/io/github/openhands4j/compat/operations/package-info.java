/** The V0 operations, and how faithfully each runs on V1. */
@NullMarked
package io.github.openhands4j.compat.operations;

import org.jspecify.annotations.NullMarked;
