/**
 * The rarer operations of the raw door, with bodies of plain Java values: maps, lists, texts,
 * numbers.
 */
@NullMarked
package io.github.openhands4j.v1.api.raw;

import org.jspecify.annotations.NullMarked;
