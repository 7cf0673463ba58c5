package com.shoresense.buoys;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Configuration
class GeneratorConfig {

    @Bean
    RandomGenerator simulationNoise() {
        return new SplittableRandom(20240101L);
    }

    @Bean
    RandomGenerator keyMaterial() {
        return RandomGenerator.getDefault();
    }
}

@Mapper
interface ApiKeyMapper {

    @Insert("insert into api_key (owner, api_key) values (#{owner}, #{key})")
    int insert(@Param("owner") long owner, @Param("key") String key);
}

@Service
class ApiKeyService {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private final RandomGenerator keyMaterial;
    private final ApiKeyMapper keys;

    ApiKeyService(RandomGenerator keyMaterial, ApiKeyMapper keys) {
        this.keyMaterial = keyMaterial;
        this.keys = keys;
    }

    @Transactional
    String issue(long owner) {
        String key = keyMaterial.ints(40, 0, ALPHABET.length())
            .mapToObj(ALPHABET::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
        keys.insert(owner, key);
        return key;
    }
}
