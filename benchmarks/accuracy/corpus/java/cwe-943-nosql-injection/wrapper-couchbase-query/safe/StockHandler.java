package com.kellerlager.stock;

import com.couchbase.client.java.Cluster;
import com.couchbase.client.java.json.JsonObject;
import com.couchbase.client.java.query.QueryOptions;
import com.couchbase.client.java.query.QueryResult;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.stream.Collectors;

public class StockHandler implements Handler {

  private final Cluster cluster;

  public StockHandler(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public void handle(Context ctx) {
    String grape = ctx.formParamAsClass("grape", String.class)
        .check(g -> g.length() < 60, "too long")
        .get();
    List<String> bottles = select("grape", grape).rowsAsObject().stream()
        .map(row -> row.getString("label"))
        .collect(Collectors.toList());
    ctx.json(bottles);
  }

  private QueryResult select(String attribute, String value) {
    JsonObject named = JsonObject.create().put("depot", "keller-1").put(attribute, value);
    String statement = "SELECT label FROM wines WHERE depot = $depot AND " + attribute + " = $" + attribute;
    return cluster.query(statement, QueryOptions.queryOptions().parameters(named).readonly(true));
  }
}
