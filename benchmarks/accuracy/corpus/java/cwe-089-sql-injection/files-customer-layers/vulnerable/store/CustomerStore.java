package com.bank.crm.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
public class CustomerStore {
    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("unchecked")
    public List<String> findNames(String city) {
        return em.createNativeQuery("SELECT name FROM customer WHERE city = '" + city + "' ORDER BY name")
                .getResultList();
    }
}
