package io.ymera.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a program from system calls that no build and no test needs and in which kernels have had their worst holes, or that
 * reach what no namespace separates: the kernel's keyrings, memory that belongs to no process, families of sockets
 * that lead to the machine below. Nor may it reserve space on a disk that no size of a file tells. A classic BPF program for
 * seccomp(2), inherited by all that the program starts; what is refused fails with the error that programs expect there.
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
    /** The lower halves of the arguments, on a little-endian machine. */
    private static final int FIRST_ARGUMENT = 16;

    private static final int SECOND_ARGUMENT = 24;
    private static final int THIRD_ARGUMENT = 32;
    private static final int ALLOW = 0x7fff0000;
    private static final int ERROR = 0x00050000;

    private static final int EPERM = 1;
    private static final int EINVAL = 22;
    private static final int ENOSYS = 38;
    private static final int EOPNOTSUPP = 95;
    private static final int EAFNOSUPPORT = 97;

    // linux/sched.h, linux/close_range.h
    private static final int NEW_USER_NAMESPACE = 0x10000000;
    private static final int SAME_FILES = 0x400;
    private static final int SAME_PROCESS = 0x10000;
    private static final int OWN_FILES = 2;

    /** AF_UNIX, AF_INET, AF_INET6, AF_NETLINK: what the namespaces separate. AF_VSOCK, for one, leads to the hypervisor. */
    private static final List<Integer> SOCKETS = List.of(1, 2, 10, 16);

    // linux/falloc.h
    private static final int KEEP_SIZE = 1;
    private static final int PUNCH_HOLE = 2;

    /** FS_IOC_RESVSP, FS_IOC_RESVSP64, FS_IOC_ZERO_RANGE: older ways to do what fallocate(2) does. */
    private static final List<Integer> RESERVE = List.of(0x40305828, 0x4030582a, 0x40305839);

    /** Numbers from here on are x86-64's second set of calls (x32). */
    private static final int X32 = 0x40000000;

    /** Since they are younger than any difference, these have one number on all machines. */
    private static final List<Integer> EVERYWHERE = List.of(
            425, 426, 427, // io_uring_setup, io_uring_enter, io_uring_register
            428, 429, 430, 431, 432, 433,
            442, // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
            438, // pidfd_getfd
            447); // memfd_secret

    private static final int CLONE3 = 435;
    private static final int CLOSE_RANGE = 436;

    private static final Machine X86_64 = new Machine(
            0xc000003e,
            56,
            272,
            List.of(41, 53),
            285,
            16,
            319,
            List.of(
                    101, 310, 311, 312, // ptrace, process_vm_readv, process_vm_writev, kcmp
                    248, 249, 250, // add_key, request_key, keyctl
                    29, 68, 64, // shmget, msgget, semget
                    206, // io_setup
                    321, 298, 323, // bpf, perf_event_open, userfaultfd
                    165, 166, 155, 161, 308, 304, // mount, umount2, pivot_root, chroot, setns, open_by_handle_at
                    246, 320, 175, 313, 176, // kexec_load, kexec_file_load, init_module, finit_module, delete_module
                    167, 168, 169, 163, 179, 103)); // swapon, swapoff, reboot, acct, quotactl, syslog

    private static final Machine AARCH64 = new Machine(
            0xc00000b7,
            220,
            97,
            List.of(198, 199),
            47,
            29,
            279,
            List.of(
                    117, 270, 271, 272, 217, 218, 219, 194, 186, 190, 0, 280, 241, 282, 40, 39, 41, 51, 268, 265, 104,
                    294, 105, 273, 106, 224, 225, 142, 89, 60, 116));

    /** Where an instruction says how many of the next are passed over if it does not hold. */
    private static final int IF_FALSE = 2;

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
        // Programs fall back to files, which have a size that is looked at wherever they are
        add(JUMP_EQUAL, 0, 1, machine.memoryFileCall());
        fail(ENOSYS);
        at(machine.cloneCall(), this::noUserNamespaceAndSameFilesForThreads);
        at(machine.unshareCall(), this::noUserNamespaceAndNoFilesOfOnesOwn);
        at(CLOSE_RANGE, this::noFilesOfOnesOwn);
        machine.socketCalls().forEach(number -> at(number, this::fewSockets));
        at(machine.fallocateCall(), this::noHiddenSpace);
        at(machine.ioctlCall(), this::noHiddenSpaceByControl);
        add(RETURN, 0, 0, ALLOW);
    }

    /** A thread with descriptors of its own would have to be looked at one by one. */
    private void noUserNamespaceAndSameFilesForThreads() {
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        add(JUMP_ANY_BIT, 0, 1, NEW_USER_NAMESPACE);
        fail(EPERM);
        add(JUMP_ANY_BIT, 0, 2, SAME_PROCESS);
        add(JUMP_ANY_BIT, 1, 0, SAME_FILES);
        fail(EPERM);
        add(RETURN, 0, 0, ALLOW);
    }

    private void noUserNamespaceAndNoFilesOfOnesOwn() {
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        add(JUMP_ANY_BIT, 0, 1, NEW_USER_NAMESPACE | SAME_FILES);
        fail(EPERM);
        add(RETURN, 0, 0, ALLOW);
    }

    private void noFilesOfOnesOwn() {
        add(LOAD, 0, 0, THIRD_ARGUMENT);
        add(JUMP_ANY_BIT, 0, 1, OWN_FILES);
        fail(EINVAL);
        add(RETURN, 0, 0, ALLOW);
    }

    private void fewSockets() {
        add(LOAD, 0, 0, FIRST_ARGUMENT);
        for (int family : SOCKETS) {
            add(JUMP_EQUAL, 0, 1, family);
            add(RETURN, 0, 0, ALLOW);
        }
        fail(EAFNOSUPPORT);
    }

    private void noHiddenSpace() {
        add(LOAD, 0, 0, SECOND_ARGUMENT);
        add(JUMP_ANY_BIT, 2, 0, PUNCH_HOLE);
        add(JUMP_ANY_BIT, 0, 1, KEEP_SIZE);
        fail(EOPNOTSUPP);
        add(RETURN, 0, 0, ALLOW);
    }

    private void noHiddenSpaceByControl() {
        add(LOAD, 0, 0, SECOND_ARGUMENT);
        for (int request : RESERVE) {
            add(JUMP_EQUAL, 0, 1, request);
            fail(EOPNOTSUPP);
        }
        add(RETURN, 0, 0, ALLOW);
    }

    /** What is decided by a call's arguments; every way through it has to return. */
    private void at(int number, Runnable decision) {
        long[] jump = {JUMP_EQUAL, 0, 0, number};
        instructions.add(jump);
        int start = instructions.size();
        decision.run();
        jump[IF_FALSE] = instructions.size() - start;
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
     * @param cloneCall and {@code unshareCall}: refused only where they make a user namespace, or a thread with its own files
     * @param socketCalls refused but for a few families
     * @param fallocateCall and {@code ioctlCall}: refused where they reserve space without a size
     * @param memoryFileCall refused as if the kernel were older
     * @param refused in the order of {@link #X86_64}
     */
    private record Machine(
            int architecture,
            int cloneCall,
            int unshareCall,
            List<Integer> socketCalls,
            int fallocateCall,
            int ioctlCall,
            int memoryFileCall,
            List<Integer> refused) {}
}
