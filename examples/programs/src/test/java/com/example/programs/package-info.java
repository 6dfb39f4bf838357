/** How programs are tested with the simulator. */
@NullMarked
package com.example.programs;

import org.jspecify.annotations.NullMarked;
