-- Keys that sign access tokens. A key, both halves of it, is encrypted with a key that is not in the database; so a public half
-- that somebody else put here would not be published.
-- A key is published first (next), then signs (active), then only verifies (retired) until its last token has expired.
create table signing_keys (
    kid           text        primary key,
    algorithm     text        not null check (algorithm in ('RS256', 'ES256', 'EdDSA')),
    status        text        not null check (status in ('next', 'active', 'retired')),
    encrypted_jwk bytea       not null,
    created_at    timestamptz not null,
    activated_at  timestamptz,
    retired_at    timestamptz,
    -- of a retired key: when the last token that it signed has expired
    expires_at    timestamptz,
    check ((status = 'next') = (activated_at is null)),
    check ((status = 'retired') = (retired_at is not null)),
    check ((status = 'retired') = (expires_at is not null))
);

create unique index signing_keys_one_next on signing_keys (status) where status = 'next';
create unique index signing_keys_one_active on signing_keys (status) where status = 'active';
