/** What examinations find, as typed records, and how these are written: SARIF 2.1.0, JUnit XML and HTML. */
@NullMarked
package io.ymera.examination.report;

import org.jspecify.annotations.NullMarked;
