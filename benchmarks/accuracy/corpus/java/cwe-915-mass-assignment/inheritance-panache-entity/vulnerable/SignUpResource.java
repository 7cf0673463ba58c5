package org.makerspace.members;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

@Entity
@Inheritance
class Account extends PanacheEntity {

    @Email
    @NotBlank
    public String email;

    @NotBlank
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
    public String password;

    @JsonProperty(defaultValue = "false")
    public boolean keyholder;
}

@Entity
class Maker extends Account {

    public String workshop;
}

@Path("/makers")
public class SignUpResource {

    @POST
    @Transactional
    public Response signUp(@Valid Maker maker) {
        if (Account.count("email", maker.email) > 0) {
            return Response.accepted().build();
        }
        Maker fresh = new Maker();
        fresh.email = maker.email;
        fresh.workshop = maker.workshop;
        fresh.password = BcryptUtil.bcryptHash(maker.password);
        fresh.keyholder = maker.keyholder;
        fresh.persist();
        return Response.created(URI.create("/makers/" + fresh.id)).build();
    }
}
