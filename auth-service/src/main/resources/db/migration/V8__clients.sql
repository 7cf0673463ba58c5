-- OAuth clients that administrators make for agents and services. The secret is random, so a plain digest protects it.
-- Another grant_id is given whenever all tokens issued before have to end.
create table clients (
    -- In the order of its bytes, as the service sorts those of the operator's file among them
    client_id    text        collate "C" primary key check (client_id ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}$'),
    description  text        check (length(description) <= 500),
    secret_hash  bytea       not null,
    -- The secret before this one, while it is good as well
    previous_hash  bytea,
    previous_until timestamptz,
    task_types   text[]      not null,
    grant_id     uuid        not null unique,
    is_active    boolean     not null default true,
    created_at   timestamptz not null,
    created_by   text        not null,
    secret_changed_at timestamptz not null,
    last_used_at timestamptz,
    check ((previous_hash is null) = (previous_until is null))
);

-- Lines of the operator's file that a replica has: a keyed digest of each, what its client's tokens rest on, and when a
-- replica last said so. One that none has any more is deleted, and its grant revoked.
create table file_clients (
    line_id   uuid        primary key,
    client_id text        not null,
    grant_id  uuid        not null unique,
    seen_at   timestamptz not null
);
