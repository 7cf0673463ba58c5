package otp;

import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

class OtpSender {
    private final Executor executor;
    private final BiConsumer<String, String> sms;
    private final SecureRandom strong = new SecureRandom();

    OtpSender(Executor executor, BiConsumer<String, String> sms) {
        this.executor = executor;
        this.sms = sms;
    }

    CompletableFuture<Integer> send(String phone, boolean retry) {
        IntSupplier first = () -> strong.nextInt(1_000_000);
        IntSupplier again = () -> strong.nextInt(1_000_000);
        return CompletableFuture.supplyAsync((retry ? again : first)::getAsInt, executor).thenApply(code -> {
            sms.accept(phone, "Code: %06d".formatted(code));
            return code;
        });
    }
}
