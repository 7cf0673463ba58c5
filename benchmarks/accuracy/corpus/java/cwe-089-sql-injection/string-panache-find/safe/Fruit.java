package org.acme;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.util.List;

@Entity
public class Fruit extends PanacheEntity {
    public String name;
    public String colour;

    public static List<Fruit> named(String prefix) {
        return list("name like ?1", prefix + "%");
    }
}
