/** A program that speaks V0 with OkHttp. */
@NullMarked
package com.example.okhttp;

import org.jspecify.annotations.NullMarked;
