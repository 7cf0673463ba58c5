package acme;

import junit.framework.TestCase;
import junit.framework.TestResult;

public abstract class Chosen extends TestCase {

    @Override
    public int countTestCases() {
        return getName().equals("testWrong") ? 0 : 1;
    }

    @Override
    public void run(TestResult result) {
        if (countTestCases() > 0) {
            super.run(result);
        }
    }
}
