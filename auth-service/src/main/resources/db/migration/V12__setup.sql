-- Tokens with which the first administrator can be made, by their SHA-256; gone as soon as there is one
create table setup_tokens (
    hash       bytea       primary key,
    created_at timestamptz not null
);
