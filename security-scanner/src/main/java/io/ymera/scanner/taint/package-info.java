/**
 * The data-flow engine: interprets the intermediate form abstractly, function by function, and says where data from outside does harm. Knows no
 * language and no library; {@code rule} tells it.
 */
@NullMarked
package io.ymera.scanner.taint;

import org.jspecify.annotations.NullMarked;
