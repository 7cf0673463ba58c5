/** What every measurement needs: the machine it was made on, CPU time of processes, percentiles and spread. */
@NullMarked
package io.ymera.bench.measure;

import org.jspecify.annotations.NullMarked;
