package com.store.catalog;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ProductController {
    private final ProductMapper mapper;

    public ProductController(ProductMapper mapper) {
        this.mapper = mapper;
    }

    @GetMapping("/products")
    public List<Product> byBrand(@RequestParam String brand) {
        return mapper.findByBrand(brand, 25);
    }
}
