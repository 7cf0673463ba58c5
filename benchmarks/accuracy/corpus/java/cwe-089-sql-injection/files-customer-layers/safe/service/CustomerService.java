package com.bank.crm.service;

import com.bank.crm.store.CustomerStore;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class CustomerService {
    private final CustomerStore store;

    public CustomerService(CustomerStore store) {
        this.store = store;
    }

    public List<String> namesIn(String city) {
        return city.isBlank() ? List.of() : store.findNames(city.trim());
    }
}
