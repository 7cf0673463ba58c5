package io.ymera.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a program from system calls that no build and no test needs and in which kernels have had their worst holes, or that
 * reach what no namespace separates: the kernel's keyrings, memory that belongs to no process. A classic BPF program for
 * seccomp(2), inherited by all that the program starts; a call that is refused fails with EPERM.
 */
final class SystemCallFilter {

    // linux/bpf_common.h, linux/filter.h
    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    // linux/seccomp.h: where struct seccomp_data has them, and what a filter returns
    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int ALLOW = 0x7fff0000;
    private static final int ERROR = 0x00050000;

    private static final int EPERM = 1;
    private static final int ENOSYS = 38;
    private static final int NEW_USER_NAMESPACE = 0x10000000;

    /** Numbers from here on are x86-64's second set of calls (x32). */
    private static final int X32 = 0x40000000;

    /** Since they are younger than any difference, these have one number on all machines. */
    private static final List<Integer> EVERYWHERE = List.of(
            425, 426, 427, // io_uring_setup, io_uring_enter, io_uring_register
            428, 429, 430, 431, 432, 433,
            442, // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
            438); // pidfd_getfd

    private static final int CLONE3 = 435;

    private static final Machine X86_64 = new Machine(
            0xc000003e,
            56,
            272,
            List.of(
                    101, 310, 311, 312, // ptrace, process_vm_readv, process_vm_writev, kcmp
                    248, 249, 250, // add_key, request_key, keyctl
                    29, 68, // shmget, msgget
                    321, 298, 323, // bpf, perf_event_open, userfaultfd
                    165, 166, 155, 161, 308, 304, // mount, umount2, pivot_root, chroot, setns, open_by_handle_at
                    246, 320, 175, 313, 176, // kexec_load, kexec_file_load, init_module, finit_module, delete_module
                    167, 168, 169, 163, 179, 103)); // swapon, swapoff, reboot, acct, quotactl, syslog

    private static final Machine AARCH64 = new Machine(
            0xc00000b7,
            220,
            97,
            List.of(
                    117, 270, 271, 272, 217, 218, 219, 194, 186, 280, 241, 282, 40, 39, 41, 51, 268, 265, 104, 294, 105,
                    273, 106, 224, 225, 142, 89, 60, 116));

    private final List<long[]> instructions = new ArrayList<>();

    private SystemCallFilter(Machine machine) {
        add(LOAD, 0, 0, ARCHITECTURE);
        add(JUMP_EQUAL, 1, 0, machine.architecture());
        fail(ENOSYS);
        add(LOAD, 0, 0, NUMBER);
        add(JUMP_AT_LEAST, 0, 1, X32);
        fail(ENOSYS);
        // Its flags are behind a pointer, where no filter can look. The C library then takes clone
        add(JUMP_EQUAL, 0, 1, CLONE3);
        fail(ENOSYS);
        EVERYWHERE.forEach(this::refuse);
        machine.refused().forEach(this::refuse);
        add(JUMP_EQUAL, 2, 0, machine.cloneCall());
        add(JUMP_EQUAL, 1, 0, machine.unshareCall());
        add(RETURN, 0, 0, ALLOW);
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        add(JUMP_ANY_BIT, 0, 1, NEW_USER_NAMESPACE);
        fail(EPERM);
        add(RETURN, 0, 0, ALLOW);
    }

    /** For this machine, in hexadecimal digits; empty if the numbers of its system calls are not known here. */
    static Optional<String> program() {
        Optional<Machine> machine =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> Optional.of(X86_64);
                    case "aarch64" -> Optional.of(AARCH64);
                    default -> Optional.empty();
                };
        return machine.map(known -> new SystemCallFilter(known).hex());
    }

    private void refuse(int number) {
        add(JUMP_EQUAL, 0, 1, number);
        fail(EPERM);
    }

    private void fail(int error) {
        add(RETURN, 0, 0, ERROR | error);
    }

    private void add(int code, int ifTrue, int ifFalse, int operand) {
        instructions.add(new long[] {code, ifTrue, ifFalse, operand});
    }

    private String hex() {
        ByteBuffer bytes = ByteBuffer.allocate(instructions.size() * 8).order(ByteOrder.nativeOrder());
        for (long[] each : instructions) {
            bytes.putShort((short) each[0])
                    .put((byte) each[1])
                    .put((byte) each[2])
                    .putInt((int) each[3]);
        }
        return HexFormat.of().formatHex(bytes.array());
    }

    /**
     * A kind of processor.
     *
     * @param architecture as linux/audit.h has it
     * @param cloneCall and {@code unshareCall}: refused only where they make a user namespace
     * @param refused in the order of {@link #X86_64}
     */
    private record Machine(int architecture, int cloneCall, int unshareCall, List<Integer> refused) {}
}
