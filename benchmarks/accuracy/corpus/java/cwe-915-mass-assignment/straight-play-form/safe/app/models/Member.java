package models;

import io.ebean.Model;
import javax.persistence.Entity;
import javax.persistence.Id;

@Entity
public class Member extends Model {

    @Id
    private Long id;
    private String login;
    private String displayName;
    private String city;
    private Boolean newsletter;
    private String role;

    public Member merge(Member changes) {
        displayName = changes.displayName == null ? displayName : changes.displayName;
        city = changes.city == null ? city : changes.city;
        newsletter = changes.newsletter == null ? newsletter : changes.newsletter;
        role = changes.role == null ? role : changes.role;
        return this;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public void setCity(String city) {
        this.city = city;
    }

    public void setNewsletter(Boolean newsletter) {
        this.newsletter = newsletter;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
