package shop;

import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

interface OrderMapper {

    @Select("SELECT * FROM orders WHERE customer = #{customer}")
    List<Order> bound(String customer);

    @Select({"SELECT * FROM orders", "ORDER BY ${column}"}) // finding: sql-injection
    List<Order> sorted(@Param("column") String by);

    @Select("SELECT * FROM orders ORDER BY ${column}")
    List<Order> sortedByOneOfOurs(@Param("column") String by);

    @Update("UPDATE orders SET note = '" + "${note.text}' WHERE id = #{id}") // finding: sql-injection
    int annotate(@Param("id") long id, @Param("note") Note note);

    @Update("UPDATE orders SET copies = ${copies} WHERE id = #{id}")
    int copy(@Param("id") long id, @Param("copies") int copies);
}

interface ReportDao {

    @SqlQuery("SELECT * FROM <table> WHERE day = :day") // finding: sql-injection
    List<Order> of(@Define("table") String table, String day);
}

record Note(String text) {}

record Order(long id) {}

@RestController
class Orders {

    private static final Set<String> COLUMNS = Set.of("id", "day");

    private final OrderMapper mapper;
    private final ReportDao reports;

    Orders(OrderMapper mapper, ReportDao reports) {
        this.mapper = mapper;
        this.reports = reports;
    }

    @GetMapping("/orders")
    List<Order> all(@RequestParam String sort, @RequestParam String customer, @RequestParam int copies) {
        mapper.copy(1, copies);
        mapper.annotate(1, new Note(customer));
        if (COLUMNS.contains(sort)) {
            mapper.sortedByOneOfOurs(sort);
        }
        mapper.bound(customer);
        reports.of("orders", sort);
        reports.of(customer, sort);
        return mapper.sorted(sort);
    }
}
