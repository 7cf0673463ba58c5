package accounts.api;

import org.springframework.data.repository.CrudRepository;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccountController {
    record NewAccount(String name, String email) {}

    private final CrudRepository<Account, Long> accounts;

    AccountController(CrudRepository<Account, Long> accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/accounts")
    Long register(@RequestBody NewAccount request) {
        Account account = new Account();
        account.name = request.name();
        account.email = request.email();
        return accounts.save(account).id;
    }
}
