package io.ymera.lab.agent;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a class file (JVMS 25, 4) call {@link io.ymera.lab.witness.Witness} instead of {@link java.lang.reflect.Method#invoke}.
 * The static method takes from the stack what the other does, so that no more than the instruction itself has to change.
 */
final class CallSites {

    private static final String METHOD = "java/lang/reflect/Method";
    private static final String INVOKE = "invoke";
    private static final String ARGUMENTS = "Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String WITNESS = "io/ymera/lab/witness/Witness";

    private static final int POOL = 10;
    private static final int ADDED = 6;
    private static final byte INVOKEVIRTUAL = (byte) 182;
    private static final byte INVOKESTATIC = (byte) 184;

    private final ByteBuffer in;
    private final int[] constants;
    private final Set<Integer> calls = new HashSet<>();
    private boolean changed;

    private CallSites(byte[] classFile) {
        in = ByteBuffer.wrap(classFile.clone()).position(POOL);
        constants = new int[in.getShort(POOL - 2) & 0xffff];
    }

    /** The changed class file, or null if nothing in it calls that. */
    static byte @Nullable [] redirected(byte[] classFile) throws IOException {
        return new CallSites(classFile).redirect();
    }

    private byte @Nullable [] redirect() throws IOException {
        readConstants();
        int end = in.position();
        if (calls.isEmpty() || constants.length + ADDED > 0xffff) {
            return null;
        }
        skip(6);
        skip(2 * u2());
        members();
        members();
        return changed ? withConstants(end) : null;
    }

    private void readConstants() {
        for (int i = 1; i < constants.length; i++) {
            constants[i] = in.position();
            int tag = in.get();
            switch (tag) {
                case 1 -> skip(u2());
                case 5, 6 -> {
                    skip(8);
                    i++;
                }
                case 7, 8, 16, 19, 20 -> skip(2);
                case 15 -> skip(3);
                default -> skip(4);
            }
        }
        for (int i = 1; i < constants.length; i++) {
            int at = constants[i];
            if (at > 0 && in.get(at) == 10 && isCall(at)) {
                calls.add(i);
            }
        }
    }

    private boolean isCall(int at) {
        int type = constants[u2(at + 1)];
        int name = constants[u2(at + 3)];
        return text(u2(type + 1)).equals(METHOD)
                && text(u2(name + 1)).equals(INVOKE)
                && text(u2(name + 3)).equals("(" + ARGUMENTS);
    }

    private void members() {
        for (int left = u2(); left > 0; left--) {
            skip(6);
            for (int attributes = u2(); attributes > 0; attributes--) {
                boolean code = text(u2()).equals("Code");
                int length = in.getInt();
                int end = in.position() + length;
                if (code) {
                    skip(4);
                    int bytes = in.getInt();
                    instructions(in.position(), in.position() + bytes);
                }
                in.position(end);
            }
        }
    }

    private void instructions(int start, int end) {
        for (int at = start; at < end; at += length(at, start)) {
            if (in.get(at) == INVOKEVIRTUAL && calls.contains(u2(at + 1))) {
                in.put(at, INVOKESTATIC);
                in.putShort(at + 1, (short) (constants.length + ADDED - 1));
                changed = true;
            }
        }
    }

    /** Bytes of an instruction (JVMS 25, 6.5). */
    private int length(int at, int start) {
        int opcode = in.get(at) & 0xff;
        int padded = at + 4 - (at - start) % 4;
        return switch (opcode) {
            case 16, 18, 21, 22, 23, 24, 25, 54, 55, 56, 57, 58, 169, 188 -> 2;
            case 17, 19, 20, 132, 187, 189, 192, 193, 198, 199 -> 3;
            case 197 -> 4;
            case 185, 186, 200, 201 -> 5;
            case 170 -> padded + 12 + 4 * (in.getInt(padded + 8) - in.getInt(padded + 4) + 1) - at;
            case 171 -> padded + 8 + 8 * in.getInt(padded + 4) - at;
            case 196 -> (in.get(at + 1) & 0xff) == 132 ? 6 : 4;
            default -> opcode >= 153 && opcode <= 168 || opcode >= 178 && opcode <= 184 ? 3 : 1;
        };
    }

    private byte[] withConstants(int end) throws IOException {
        byte[] bytes = in.array();
        int next = constants.length;
        ByteArrayOutputStream file = new ByteArrayOutputStream(bytes.length + 200);
        DataOutputStream out = new DataOutputStream(file);
        out.write(bytes, 0, POOL - 2);
        out.writeShort(next + ADDED);
        out.write(bytes, POOL, end - POOL);
        for (String text : new String[] {WITNESS, INVOKE, "(L" + METHOD + ";" + ARGUMENTS}) {
            out.writeByte(1);
            out.writeUTF(text);
        }
        reference(out, 7, next);
        reference(out, 12, next + 1, next + 2);
        reference(out, 10, next + 3, next + 4);
        out.write(bytes, end, bytes.length - end);
        return file.toByteArray();
    }

    private static void reference(DataOutputStream out, int tag, int... to) throws IOException {
        out.writeByte(tag);
        for (int index : to) {
            out.writeShort(index);
        }
    }

    private String text(int constant) {
        int at = constants[constant];
        return new String(in.array(), at + 3, u2(at + 1), StandardCharsets.UTF_8);
    }

    private int u2() {
        return in.getShort() & 0xffff;
    }

    private int u2(int at) {
        return in.getShort(at) & 0xffff;
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
    }
}
