package com.postnord.depots.db;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

@RegisterConstructorMapper(Parcel.class)
public interface ParcelDao {

  String COLUMNS = "id, barcode, weight_g, label";

  @SqlQuery("select " + COLUMNS + " from parcel where depot = :depot and collected_at is null")
  List<Parcel> waiting(@Bind("depot") String depot);

  @SqlQuery("select <columns> from parcel where depot = :depot and label = '<label>' and collected_at is null")
  List<Parcel> select(@Define("columns") String columns, @Bind("depot") String depot, @Define("label") String label);

  default List<Parcel> waitingWithLabel(String depot, String label) {
    return select(COLUMNS, depot, label);
  }
}
