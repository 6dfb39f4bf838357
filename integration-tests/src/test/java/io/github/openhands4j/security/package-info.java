/** What this library promises about keys, addresses and hostile answers, row by row. */
@NullMarked
package io.github.openhands4j.security;

import org.jspecify.annotations.NullMarked;
