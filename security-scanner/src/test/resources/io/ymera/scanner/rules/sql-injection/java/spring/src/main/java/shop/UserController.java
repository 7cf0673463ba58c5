package shop;
import org.springframework.web.bind.annotation.*;
import shop.service.UserService;
@RestController @RequestMapping("/users")
public class UserController {
    private final UserService service;
    public UserController(UserService service) { this.service = service; }
    @GetMapping("/find") public Object find(@RequestParam("name") String name) { return service.find(name); }
    @GetMapping("/safe") public Object safe(@RequestParam("name") String name) { return service.safe(name); }
    @PostMapping("/add") public Object add(@RequestBody UserDto dto) { return service.add(dto); }
    @PostMapping("/form") public Object form(UserDto dto) { return service.add2(dto.getEmail()); }
}
