/** What every backend of the V0 client promises, and runs of it against each backend. */
@NullMarked
package io.github.openhands4j.contract;

import org.jspecify.annotations.NullMarked;
