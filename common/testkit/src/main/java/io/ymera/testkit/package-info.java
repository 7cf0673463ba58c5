/**
 * What tests of several modules need: real PostgreSQL, Redis and Kafka, one of each per test JVM, started when first asked
 * for; an issuer of tokens, good and bad, and what every service has to do with them; rules for every service's classes; a clock that
 * is set. No mocks.
 */
@NullMarked
package io.ymera.testkit;

import org.jspecify.annotations.NullMarked;
