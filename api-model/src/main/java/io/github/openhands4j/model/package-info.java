/** What both OpenHands APIs share: ids, pages, content blocks, open words. */
@NullMarked
package io.github.openhands4j.model;

import org.jspecify.annotations.NullMarked;
