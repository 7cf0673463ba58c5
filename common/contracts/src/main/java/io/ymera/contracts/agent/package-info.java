/** What an agent tells the manager about itself, and what it is told in return. */
@NullMarked
package io.ymera.contracts.agent;

import org.jspecify.annotations.NullMarked;
