/**
 * PostgreSQL, Redis and Kafka as real processes from Maven Central's artefacts, on the loopback interface, for local mode and
 * for tests. Their programs come from {@code deploy/local/target/servers}, which the build fills.
 */
@NullMarked
package io.ymera.local.server;

import org.jspecify.annotations.NullMarked;
