/** V0's groups on V1: files, git, runtimes, settings, secrets, options, users, health, stops. */
@NullMarked
package io.github.openhands4j.adapter;

import org.jspecify.annotations.NullMarked;
