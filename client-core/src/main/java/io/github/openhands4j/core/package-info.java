/** What both clients share in public: options, credentials, exceptions, the handle of a start. */
@NullMarked
package io.github.openhands4j.core;

import org.jspecify.annotations.NullMarked;
