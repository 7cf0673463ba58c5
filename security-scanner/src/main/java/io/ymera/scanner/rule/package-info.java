/**
 * What the data-flow engine is told: models (what libraries do) and rules (what is wrong), read from YAML and checked strictly. Data only; how it is
 * applied is the engine's business.
 */
@NullMarked
package io.ymera.scanner.rule;

import org.jspecify.annotations.NullMarked;
