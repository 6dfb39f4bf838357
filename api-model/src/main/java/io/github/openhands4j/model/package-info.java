/**
 * What both OpenHands APIs share: ids, pages, content blocks, open words, secrets.
 *
 * <p>The canonical constructors of the records in this package and below are not part of the API:
 * components are added at the end as the server grows. Build records with their builders.
 */
@NullMarked
package io.github.openhands4j.model;

import org.jspecify.annotations.NullMarked;
