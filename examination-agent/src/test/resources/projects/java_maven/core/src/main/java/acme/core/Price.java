package acme.core; public class Price { public static int twice(int cents) { return 2 * cents; } }
