/** Internal: JSON as the removed server read and wrote it, down to offsets and words. */
@NullMarked
package io.github.openhands4j.compat.internal.http.json;

import org.jspecify.annotations.NullMarked;
