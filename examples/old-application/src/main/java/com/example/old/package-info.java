/** A program written against the V0 API. */
@NullMarked
package com.example.old;

import org.jspecify.annotations.NullMarked;
