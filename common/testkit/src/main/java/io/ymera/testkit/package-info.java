/**
 * What tests of several modules need: real PostgreSQL, Redis and Kafka, one of each per test JVM, started when first asked
 * for; an issuer of tokens, good and bad; a clock that is set. No test framework's base classes, and no mocks.
 */
@NullMarked
package io.ymera.testkit;

import org.jspecify.annotations.NullMarked;
