package shop;
public class UserDto { private String name; private String email; private int age;
  public String getName() { return name; } public void setName(String n) { this.name = n; } public String getEmail() { return email; } public int getAge() { return age; } }
