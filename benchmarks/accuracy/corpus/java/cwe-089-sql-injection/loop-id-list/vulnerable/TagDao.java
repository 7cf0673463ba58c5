package com.acme.tags;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;

public class TagDao {
    private final Connection connection;

    public TagDao(Connection connection) {
        this.connection = connection;
    }

    public List<String> labels(HttpServletRequest request) throws SQLException {
        String[] ids = request.getParameterValues("id");
        if (ids == null || ids.length == 0) {
            return List.of();
        }
        StringBuilder sql = new StringBuilder("SELECT label FROM tag WHERE id IN (");
        for (int i = 0; i < ids.length; i++) {
            if (i > 0) {
                sql.append(", ");
            }
            sql.append(ids[i]);
        }
        sql.append(") ORDER BY label");
        List<String> labels = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                labels.add(rows.getString(1));
            }
        }
        return labels;
    }
}
