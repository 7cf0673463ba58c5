/** The capability {@code quality_verification}: joins all others into four scores and one verdict, each lost point explained. */
@NullMarked
package io.ymera.examination.quality;

import org.jspecify.annotations.NullMarked;
