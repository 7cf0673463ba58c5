package shop.service;
import shop.UserDto;
public interface UserService { Object find(String name); Object safe(String name); Object add(UserDto dto); Object add2(String e); }
