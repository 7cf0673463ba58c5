-- Who a user is at an OpenID Connect provider
create table external_identities (
    issuer     text        not null check (length(issuer) <= 500),
    subject    text        not null check (length(subject) <= 255),
    user_id    uuid        not null references users on delete cascade,
    linked_at  timestamptz not null,
    primary key (issuer, subject)
);

create index external_identities_user on external_identities (user_id);

-- Sign-ins that have been sent to the provider and are not back yet; the verifier of PKCE and the nonce are encrypted
create table external_sign_ins (
    state_hash bytea       primary key,
    sealed     bytea       not null,
    expires_at timestamptz not null
);

create index external_sign_ins_expires_at on external_sign_ins (expires_at);
