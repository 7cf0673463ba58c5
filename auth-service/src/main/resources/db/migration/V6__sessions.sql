-- One row for each login. Ended sessions stay for a while, so that a late refresh token is known for what it is.
create table sessions (
    id           uuid        primary key,
    user_id      uuid        not null references users on delete cascade,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    end_reason   text        check (length(end_reason) <= 100),
    address      text        check (length(address) <= 100),
    user_agent   text        check (length(user_agent) <= 300)
);

create index sessions_user on sessions (user_id, id);
-- for those that are to be forgotten
create index sessions_expires_at on sessions (expires_at);
create index sessions_ended_at on sessions (ended_at) where ended_at is not null;
create index sessions_last_used_at on sessions (last_used_at);

-- Every refresh token of a session, by the SHA-256 of its random part: one is unused, and using another ends the session
create table refresh_tokens (
    hash       bytea       primary key,
    session_id uuid        not null references sessions on delete cascade,
    issued_at  timestamptz not null,
    used_at    timestamptz
);

create index refresh_tokens_session on refresh_tokens (session_id);
create index refresh_tokens_used_at on refresh_tokens (used_at) where used_at is not null;
