/** Small programs to start from. Server and key come from the environment. */
@NullMarked
package com.example.programs;

import org.jspecify.annotations.NullMarked;
