/** Internal: what has to be remembered of a conversation between V0 calls. */
@NullMarked
package io.github.openhands4j.compat.internal.ledger;

import org.jspecify.annotations.NullMarked;
