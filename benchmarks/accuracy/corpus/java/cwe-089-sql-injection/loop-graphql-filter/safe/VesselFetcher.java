package com.blueport.graph;

import graphql.GraphqlErrorException;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Resolves {@code vessels(filter: JSON)}: every entry of the filter is an equality on one column. */
public class VesselFetcher implements DataFetcher<List<Map<String, Object>>> {

    private static final Set<String> COLUMNS = Set.of("imo", "flag", "vessel_type", "berth");

    private final NamedParameterJdbcTemplate template;

    public VesselFetcher(NamedParameterJdbcTemplate template) {
        this.template = template;
    }

    @Override
    public List<Map<String, Object>> get(DataFetchingEnvironment env) {
        Map<String, Object> filter = env.getArgument("filter");
        Map<String, Object> params = new LinkedHashMap<>();
        StringJoiner where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        int unknown = 0;
        for (Map.Entry<String, Object> e : filter.entrySet()) {
            if (!COLUMNS.contains(e.getKey())) {
                unknown++;
                continue;
            }
            String bind = "p" + params.size();
            where.add(e.getKey() + " = :" + bind);
            params.put(bind, e.getValue());
        }
        if (unknown == filter.size() && unknown > 0) {
            throw GraphqlErrorException.newErrorException().message("no known filter column").build();
        }
        return template.queryForList("select imo, name, flag, berth from vessel" + where, params);
    }
}
