package acme;

import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Calls a test that has thrown once more. */
class Retrying implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        try {
            context.getRequiredTestMethod().invoke(context.getRequiredTestInstance());
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
