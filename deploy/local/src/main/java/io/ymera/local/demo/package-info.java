/**
 * The main job from a client's side: packing a Python project, handing it in, following it, and printing the report. What
 * comes from the project (names, failure texts) is shown without its control characters.
 */
@NullMarked
package io.ymera.local.demo;

import org.jspecify.annotations.NullMarked;
