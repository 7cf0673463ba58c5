-- OAuth clients that administrators make for agents and services. The secret is random, so a plain digest protects it.
-- Another grant_id is given whenever all tokens issued before have to end.
create table clients (
    client_id    text        primary key check (client_id ~ '^[a-zA-Z0-9._-]{1,100}$'),
    description  text        check (length(description) <= 500),
    secret_hash  bytea       not null,
    task_types   text[]      not null,
    grant_id     uuid        not null unique,
    is_active    boolean     not null default true,
    created_at   timestamptz not null,
    created_by   text        not null,
    secret_changed_at timestamptz not null,
    last_used_at timestamptz
);
