/** Internal: V0's settings, secrets, options, users and health. */
@NullMarked
package io.github.openhands4j.compat.internal.account;

import org.jspecify.annotations.NullMarked;
