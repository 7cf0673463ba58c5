package io.ymera.scanner.licence;

import java.util.Set;

/** What a licence asks of those who pass the program on. */
public enum Category {
    /** That it is named, at most. */
    PERMISSIVE,
    /** That changes to the component itself are given under the same licence. */
    WEAK_COPYLEFT,
    /** That the whole program is given under the same licence. */
    STRONG_COPYLEFT,
    /** Likewise, even if it is only used over a network. */
    NETWORK_COPYLEFT,
    /** That it is not sold, not offered as a service, or that one has bought it. */
    RESTRICTED,
    /** Nobody knows. */
    UNKNOWN;

    private static final Set<String> PERMISSIVE_IDS = Set.of(
            "MIT",
            "MIT-0",
            "X11",
            "Apache-2.0",
            "Apache-1.1",
            "Apache-1.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "BSD-1-Clause",
            "BSD-2-Clause-Patent",
            "BSD-3-Clause-Clear",
            "BSD-Source-Code",
            "0BSD",
            "ISC",
            "Zlib",
            "zlib-acknowledgement",
            "libpng-2.0",
            "Libpng",
            "BSL-1.0",
            "Unlicense",
            "CC0-1.0",
            "WTFPL",
            "PostgreSQL",
            "Python-2.0",
            "Python-2.0.1",
            "PSF-2.0",
            "CNRI-Python",
            "BlueOak-1.0.0",
            "UPL-1.0",
            "NCSA",
            "Unicode-DFS-2016",
            "Unicode-3.0",
            "Unicode-TOU",
            "CC-BY-3.0",
            "CC-BY-4.0",
            "MS-PL",
            "AFL-2.1",
            "AFL-3.0",
            "W3C",
            "W3C-20150513",
            "ICU",
            "curl",
            "OpenSSL",
            "FTL",
            "HPND",
            "Artistic-2.0",
            "Ruby",
            "PHP-3.01",
            "TCL",
            "Xnet",
            "MulanPSL-2.0",
            "ECL-2.0",
            "JSON",
            "Beerware",
            "SSH-OpenSSH",
            "bzip2-1.0.6",
            "PDDL-1.0",
            "OFL-1.1",
            "NTP",
            "Info-ZIP",
            "IJG",
            "MIT-CMU",
            "EDL-1.0",
            "SAX-PD",
            "Plexus",
            "LLVM-exception",
            "CC-PDDC",
            "DOC",
            "TTWL",
            "HPND-sell-variant",
            "Spencer-94",
            "CDLA-Permissive-2.0",
            "CDLA-Permissive-1.0");

    private static final Set<String> RESTRICTED_IDS = Set.of(
            "BUSL-1.1",
            "Elastic-2.0",
            "SSPL-1.0",
            "PolyForm-Noncommercial-1.0.0",
            "PolyForm-Small-Business-1.0.0",
            "Parity-7.0.0",
            "UNLICENSED",
            "Prosperity-3.0.0",
            "Commons-Clause",
            "Hippocratic-2.1",
            "FSL-1.1-MIT",
            "FSL-1.1-ALv2");

    /** That of one licence. */
    static Category of(Expression.Licence licence) {
        String id = licence.id();
        if (PERMISSIVE_IDS.contains(id)) {
            return PERMISSIVE;
        }
        if (RESTRICTED_IDS.contains(id) || id.contains("-NC-") || id.contains("-NC")) {
            return RESTRICTED;
        }
        if (id.startsWith("AGPL-")
                || id.startsWith("EUPL-")
                || id.startsWith("OSL-")
                || id.startsWith("CPAL-")
                || id.startsWith("RPL-")) {
            return NETWORK_COPYLEFT;
        }
        if (id.startsWith("GPL-")
                || id.startsWith("CC-BY-SA-")
                || id.startsWith("Sleepycat")
                || id.startsWith("CeCILL-2")
                || id.equals("QPL-1.0")) {
            return linking(licence) ? WEAK_COPYLEFT : STRONG_COPYLEFT;
        }
        boolean weak = id.startsWith("LGPL-")
                || id.startsWith("MPL-")
                || id.startsWith("EPL-")
                || id.startsWith("CDDL-")
                || id.startsWith("CPL-")
                || id.startsWith("IPL-")
                || id.startsWith("APSL-")
                || id.startsWith("CeCILL-C")
                || id.startsWith("Artistic-1")
                || id.startsWith("MS-RL")
                || id.startsWith("Nokia");
        return weak ? WEAK_COPYLEFT : UNKNOWN;
    }

    /** With most exceptions of the GPL, programs may link to it under any licence. */
    private static boolean linking(Expression.Licence licence) {
        String exception = licence.exception();
        return (exception != null && !exception.isEmpty()) || licence.id().contains("-with-");
    }
}
