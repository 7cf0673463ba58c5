package shop.service;
import shop.UserDto;
import shop.repo.UserRepository;
import org.springframework.stereotype.Service;
import org.springframework.beans.factory.annotation.Autowired;
@Service public class UserServiceImpl implements UserService {
    @Autowired private UserRepository repository;
    @Override public Object find(String name) { return repository.byName(name); }
    @Override public Object safe(String name) { return repository.byNameSafe(name); }
    @Override public Object add(UserDto dto) { return repository.add(dto.getName(), dto.getAge()); }
    @Override public Object add2(String e) { return repository.add(e, 1); }
}
