@NullMarked
package io.ymera.scanner.taint;

import org.jspecify.annotations.NullMarked;
