/** How fast the scanner's process is on a large code base, and what it takes; beside SpotBugs with FindSecBugs and PMD, each as it is used. */
@NullMarked
package io.ymera.bench.scan;

import org.jspecify.annotations.NullMarked;
