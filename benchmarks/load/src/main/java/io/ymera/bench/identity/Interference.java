package io.ymera.bench.identity;

import io.ymera.bench.measure.Percentiles;

/**
 * Introspection at a steady rate, alone and while as many log in as can.
 *
 * @param rate introspections a second
 * @param alone their times
 * @param besideLogins their times beside logins
 * @param logins logins a second meanwhile
 */
record Interference(int rate, Percentiles alone, Percentiles besideLogins, double logins) {}
