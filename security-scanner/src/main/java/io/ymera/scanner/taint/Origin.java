package io.ymera.scanner.taint;

import io.ymera.scanner.finding.Location;
import io.ymera.scanner.rule.Model;

/**
 * A place at which data comes in.
 *
 * @param location where
 * @param exposure who can send it
 * @param what it is, with its article
 */
record Origin(Location location, Model.Exposure exposure, String what) {}
