package com.store.catalog;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
public interface ProductMapper {
    List<Product> findByBrand(@Param("brand") String brand, @Param("limit") int limit);
}
