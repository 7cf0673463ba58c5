package clinic.slots;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SlotController {
    private final JdbcOperations jdbc;

    SlotController(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/slots")
    List<String> slots(@RequestParam String doctor, @RequestParam(required = false) String room) {
        String where = "doctor = '" + UUID.fromString(doctor) + "'";
        if (room != null) {
            where += " AND room = " + Short.parseShort(room.trim());
        }
        return jdbc.queryForList("SELECT start FROM slot WHERE " + where, String.class);
    }
}
