/** The data types of the V1 app server, in the server's own words. */
@NullMarked
package io.github.openhands4j.model.v1;

import org.jspecify.annotations.NullMarked;
