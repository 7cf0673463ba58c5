package com.store.account;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
public interface AccountMapper {
    @Select("SELECT balance FROM account WHERE iban = '${iban}'")
    Long balance(String iban);
}
