package acme.core; import org.junit.jupiter.api.*; class PriceTest { @Test void doubles() { Assertions.assertEquals(4, Price.twice(2)); } }
