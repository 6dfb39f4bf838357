/**
 * Switches each guard off in turn and looks whether a test notices. The seam is a class loader:
 * product code has none.
 */
@NullMarked
package io.github.openhands4j.mutations;

import org.jspecify.annotations.NullMarked;
