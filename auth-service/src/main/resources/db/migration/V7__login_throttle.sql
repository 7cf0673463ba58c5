-- Logins that failed in a row, by account (whether or not there is one) and by address. Keys are digests, so that what people
-- type into the wrong field is not kept.
create table login_failures (
    key          bytea       primary key,
    failures     integer     not null,
    blocked_until timestamptz,
    updated_at   timestamptz not null
);

create index login_failures_updated_at on login_failures (updated_at);
