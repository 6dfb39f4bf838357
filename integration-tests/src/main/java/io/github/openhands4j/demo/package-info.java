/** The demo: an old application, its V0 API gone, runs on V1; and a new application. */
@NullMarked
package io.github.openhands4j.demo;

import org.jspecify.annotations.NullMarked;
