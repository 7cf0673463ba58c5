package crm.patch;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Entity
public class Contact {
    @Id
    public long id;

    @Version
    public long version;

    public String phone;
    public String street;
    public String owner;
    public long creditLimit;
}
