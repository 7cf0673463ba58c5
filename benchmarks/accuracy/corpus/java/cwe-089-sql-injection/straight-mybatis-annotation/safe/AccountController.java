package com.store.account;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class AccountController {
    private final AccountMapper accounts;

    public AccountController(AccountMapper accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/balance")
    public Long balance(@RequestHeader("X-Iban") String iban) {
        return accounts.balance(iban);
    }
}
