/**
 * The agent that examines submitted code. Each capability has a package of its own; what they share is here: the sandbox,
 * outside of which no submitted code is ever run or parsed.
 */
@NullMarked
package io.ymera.examination;

import org.jspecify.annotations.NullMarked;
