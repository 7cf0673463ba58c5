-- Ids of grants (sessions, API keys, clients) of which no access token is good any more, until the last of these has expired.
-- Numbers are given under a lock that is held until the commit, so they become visible in their order.
create table revocations (
    seq        bigint      generated always as identity primary key,
    grant_id   uuid        not null,
    expires_at timestamptz not null
);

create index revocations_expires_at on revocations (expires_at);
