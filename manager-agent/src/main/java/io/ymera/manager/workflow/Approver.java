package io.ymera.manager.workflow;

import io.ymera.contracts.identity.Role;
import java.util.List;
import java.util.Set;

/**
 * Somebody who wants to see or decide something.
 *
 * @param subject who
 * @param isAdmin whether they may do everything
 */
record Approver(String subject, boolean isAdmin) {

    private static final String ROLE = "role:";
    private static final Set<String> ROLES = Set.of(Role.USER, Role.ADMIN);

    /** Whether {@code addressee} can be somebody: a subject, or a role that people have. */
    static boolean isAddressee(String addressee) {
        return !addressee.startsWith(ROLE) || ROLES.contains(addressee.substring(ROLE.length()));
    }

    /** The names under which an approval may be addressed to them. */
    List<String> addresses() {
        return List.of(subject, ROLE + (isAdmin ? Role.ADMIN : Role.USER));
    }

    /** Whether what is addressed to {@code addressees} is for them, too. */
    boolean isAmong(List<String> addressees) {
        return isAdmin || addresses().stream().anyMatch(addressees::contains);
    }
}
