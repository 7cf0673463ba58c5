/** The bill of materials: components, what needs what, and known vulnerabilities with their analysis, as CycloneDX 1.6 in JSON. */
@NullMarked
package io.ymera.scanner.sbom;

import org.jspecify.annotations.NullMarked;
