package com.postnord.depots.db;

import java.beans.ConstructorProperties;

public class Parcel {
  public final long id;
  public final String barcode;
  public final int weightGrams;
  public final String label;

  @ConstructorProperties({"id", "barcode", "weight_g", "label"})
  public Parcel(long id, String barcode, int weightGrams, String label) {
    this.id = id;
    this.barcode = barcode;
    this.weightGrams = weightGrams;
    this.label = label;
  }
}
