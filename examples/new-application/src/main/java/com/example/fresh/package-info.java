/** A program written against the V1 API. */
@NullMarked
package com.example.fresh;

import org.jspecify.annotations.NullMarked;
