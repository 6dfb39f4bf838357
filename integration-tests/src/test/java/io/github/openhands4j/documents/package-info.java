/** Compares the documents with the code. */
@NullMarked
package io.github.openhands4j.documents;

import org.jspecify.annotations.NullMarked;
