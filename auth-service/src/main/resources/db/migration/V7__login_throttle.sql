-- Attempts that failed, or have not succeeded yet, by account (whether or not there is one) and by address. Keys are digests, so
-- that what people type into the wrong field is not kept. Failures are forgiven as time passes, hence fractions.
create table login_failures (
    key           bytea            primary key,
    failures      double precision not null,
    blocked_until timestamptz,
    updated_at    timestamptz      not null,
    -- when nothing of it matters any more
    forgotten_at  timestamptz      not null
);

create index login_failures_forgotten_at on login_failures (forgotten_at);
