package io.ymera.bench.identity;

import io.ymera.bench.measure.Percentiles;
import io.ymera.bench.measure.Spread;
import java.util.List;
import java.util.Map;

/**
 * One kind of request, measured several times.
 *
 * @param perSecond answers a second
 * @param perCpuSecond answers for each second of CPU that auth-service and PostgreSQL used together, on whatever number of cores
 * @param millis how long answers took, run by run
 * @param cpuMillis CPU for one answer, by process, over all runs
 */
record Measured(Spread perSecond, Spread perCpuSecond, List<Percentiles> millis, Map<String, Double> cpuMillis) {}
