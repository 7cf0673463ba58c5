package at.netzkosten.tariff;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.ExpressionEvaluator;

@Controller("/tariff")
class TariffController {

  private final TariffCalculator calculator;

  TariffController(TariffCalculator calculator) {
    this.calculator = calculator;
  }

  @Post("/quote")
  Map<String, Double> quote(@Body Map<String, Object> order) throws Exception {
    double kwh = ((Number) order.get("kwh")).doubleValue();
    return Map.of("euro", calculator.price((String) order.get("plan"), kwh));
  }
}

@Singleton
class TariffCalculator {

  private static final Map<String, String> PLANS = Map.of(
      "day", "6.90 + kwh * 0.31",
      "night", "6.90 + Math.max(0, kwh - 50) * 0.22",
      "flat", "89.0");

  double price(String plan, double kwh) throws CompileException, InvocationTargetException {
    String formula = PLANS.containsKey(plan) ? PLANS.get(plan) : PLANS.get("day");
    ExpressionEvaluator evaluator = new ExpressionEvaluator();
    evaluator.setParameters(new String[] {"kwh"}, new Class<?>[] {double.class});
    evaluator.setExpressionType(double.class);
    evaluator.cook(formula);
    return (Double) evaluator.evaluate(new Object[] {kwh});
  }
}
