package acme;
public class Calc {
    public int add(int a, int b) { return a + b; }
    public int sign(int a) {
        if (a > 0) {
            return 1;
        }
        return a < 0 ? -1 : 0;
    }
    public void never() {
        System.out.println("x");
    }
}
