package acme;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Prints what tests throw, and throws it again. */
class Logged implements TestExecutionExceptionHandler, InvocationInterceptor {

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable e) {
            System.err.println(called.getExecutable() + " threw " + e);
            throw e;
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        System.err.println(context.getDisplayName() + " threw " + thrown);
        throw thrown;
    }
}
