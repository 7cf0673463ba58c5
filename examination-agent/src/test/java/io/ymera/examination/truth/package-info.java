/** Holds what the agent says of public libraries against what their own tools say when they are run by hand. */
@NullMarked
package io.ymera.examination.truth;

import org.jspecify.annotations.NullMarked;
