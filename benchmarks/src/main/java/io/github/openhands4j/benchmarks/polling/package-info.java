/**
 * How often a shared poller asks, and how late it notices, beside one loop per job; in virtual
 * time.
 */
@NullMarked
package io.github.openhands4j.benchmarks.polling;

import org.jspecify.annotations.NullMarked;
