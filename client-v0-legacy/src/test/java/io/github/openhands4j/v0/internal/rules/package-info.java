/** What every backend of the V0 client does in the same way. */
@NullMarked
package io.github.openhands4j.v0.internal.rules;

import org.jspecify.annotations.NullMarked;
