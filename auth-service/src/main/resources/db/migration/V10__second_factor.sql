-- Time-based one-time passwords (RFC 6238). The secret is encrypted; a time step is accepted once.
create table totp (
    user_id      uuid        primary key references users on delete cascade,
    secret       bytea       not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);

create table recovery_codes (
    user_id uuid  not null references users on delete cascade,
    hash    bytea not null,
    used_at timestamptz,
    primary key (user_id, hash)
);
