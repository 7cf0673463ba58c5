/**
 * Reads what clients ask for in a query, in the same way for every list: what can't be read is refused by name, and never
 * reaches the database.
 */
@NullMarked
package io.ymera.web.query;

import org.jspecify.annotations.NullMarked;
