/**
 * Folds what agents report about attempts into the task rows, and ends attempts of which nothing more will be heard. At
 * least once in, exactly one effect out: the fencing token decides.
 */
@NullMarked
package io.ymera.manager.report;

import org.jspecify.annotations.NullMarked;
