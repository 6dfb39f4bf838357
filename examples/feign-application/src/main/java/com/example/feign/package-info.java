/** A program that speaks V0 with a Feign interface of its own. */
@NullMarked
package com.example.feign;

import org.jspecify.annotations.NullMarked;
