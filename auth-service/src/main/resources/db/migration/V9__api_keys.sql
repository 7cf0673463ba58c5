-- Users' API keys, by the SHA-256 of the key. The prefix is what people recognise a key by, and no secret.
create table api_keys (
    id           uuid        primary key,
    user_id      uuid        not null references users on delete cascade,
    name         text        not null check (length(name) between 1 and 100),
    prefix       text        not null,
    hash         bytea       not null unique,
    scopes       text[]      not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

create index api_keys_user on api_keys (user_id, id);
