package acme;
import org.junit.jupiter.api.*;
class BrokenTest {
    @BeforeAll static void no() { throw new IllegalStateException("all"); }
    @Test void a() {} 
    @Test void b() {} 
}
