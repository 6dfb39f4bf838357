/** A guard and its tests, for the tests of the mutations themselves. */
@NullMarked
package io.github.openhands4j.mutations.sample;

import org.jspecify.annotations.NullMarked;
