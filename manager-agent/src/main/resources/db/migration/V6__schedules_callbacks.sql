-- Tasks that come again and again, and the callbacks that tell the end of tasks.

CREATE TABLE schedules (
    id               uuid PRIMARY KEY,
    owner            text        NOT NULL, -- subject of the token that made it; its tasks are theirs
    name             text        NOT NULL,
    cron             text        NOT NULL,
    time_zone        text        NOT NULL, -- of the IANA database
    task             json        NOT NULL, -- what is queued each time, as POST /schedules took it
    overlap          text        NOT NULL CHECK (overlap IN ('allow', 'skip')),
    catch_up         text        NOT NULL CHECK (catch_up IN ('none', 'one')),
    paused           boolean     NOT NULL,
    ends_at          timestamptz,
    max_runs         integer     CHECK (max_runs > 0),
    runs             integer     NOT NULL DEFAULT 0, -- tasks that were queued
    skips            integer     NOT NULL DEFAULT 0, -- times that came and queued nothing
    next_run_at      timestamptz,                    -- null while it is paused and when it is over
    last_run_at      timestamptz,
    recent_task_ids  uuid[]      NOT NULL DEFAULT '{}', -- the newest first, not more than 10
    last_skip_at     timestamptz,
    last_skip_reason text,
    last_skip_detail text,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL
);

CREATE INDEX schedules_due ON schedules (next_run_at) WHERE next_run_at IS NOT NULL;
CREATE INDEX schedules_of_owner ON schedules (owner, id DESC);

-- What callbacks are signed with. Encrypted by the manager, with a key that is not in the database.
CREATE TABLE callback_secrets (
    owner          text PRIMARY KEY,
    secret         bytea       NOT NULL,
    created_at     timestamptz NOT NULL,
    previous       bytea,       -- the one before, which signs as well for a while
    previous_until timestamptz
);

CREATE TABLE callbacks (
    id          uuid PRIMARY KEY,
    task_id     uuid        NOT NULL,
    sequence    bigint      NOT NULL, -- of the event that it tells
    owner       text        NOT NULL,
    url         text        NOT NULL,
    host        text        NOT NULL, -- the url's
    type        text        NOT NULL,
    body        text        NOT NULL, -- stays the same however often it is sent
    status      text        NOT NULL CHECK (status IN ('pending', 'delivered', 'gone', 'failed')),
    attempts    integer     NOT NULL DEFAULT 0, -- begun
    due_at      timestamptz, -- when to send it; while somebody does, when it counts as not sent; null once it is over
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    UNIQUE (task_id, sequence)
);

CREATE INDEX callbacks_due ON callbacks (owner, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE callback_attempts (
    callback_id uuid        NOT NULL REFERENCES callbacks (id) ON DELETE CASCADE,
    attempt     integer     NOT NULL, -- from 1; one is missing if the manager that made it was killed
    at          timestamptz NOT NULL, -- when it began
    millis      integer     NOT NULL,
    status_code integer,
    error       text,                 -- null if it was delivered
    PRIMARY KEY (callback_id, attempt)
);
