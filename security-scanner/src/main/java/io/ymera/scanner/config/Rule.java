package io.ymera.scanner.config;

import io.ymera.scanner.finding.Severity;

/**
 * What a finding says, but for the object and the value.
 *
 * @param id in kebab case
 * @param cwe the weakness
 * @param severity in general
 * @param fix what to do
 * @param reference where it is asked for, as in {@code CIS Docker 4.1}
 */
record Rule(String id, int cwe, Severity severity, String fix, String reference) {}
