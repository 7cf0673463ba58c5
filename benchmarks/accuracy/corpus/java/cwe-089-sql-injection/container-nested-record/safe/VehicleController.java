package fleet;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VehicleController {
    private final VehicleRepository vehicles;

    VehicleController(VehicleRepository vehicles) {
        this.vehicles = vehicles;
    }

    @GetMapping("/vehicles")
    List<Map<String, Object>> find(@RequestParam Map<String, String> query) {
        return vehicles.find(VehicleRepository.filter(query));
    }
}
