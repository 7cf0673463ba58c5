/**
 * The claim check: parameters and results that are too large for a record in Kafka, which agents fetch from here and hand in
 * here. A stored result waits for the report that refers to it; how that takes effect is not decided here.
 */
@NullMarked
package io.ymera.manager.payload;

import org.jspecify.annotations.NullMarked;
