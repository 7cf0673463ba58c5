-- Agents, what they can do, the tasks that clients hand in, and what happened to each.
--
-- Parameters and results are json, not jsonb: they are kept as they came (jsonb would refuse a \u0000 in a string and
-- reorder members), and nothing in the database looks inside them.

CREATE SEQUENCE fencing_tokens;

CREATE TABLE capabilities (
    name              text PRIMARY KEY,
    description       text        NOT NULL,
    parameters_schema json        NOT NULL,
    result_schema     json        NOT NULL,
    updated_at        timestamptz NOT NULL
);

CREATE TABLE agents (
    id            uuid PRIMARY KEY,
    name          text        NOT NULL,
    owner         text        NOT NULL, -- subject of the token that registered it
    status        text        NOT NULL CHECK (status IN ('online', 'draining', 'offline')),
    slots         integer     NOT NULL CHECK (slots > 0),
    capabilities  text[]      NOT NULL,
    registered_at timestamptz NOT NULL,
    status_at     timestamptz NOT NULL  -- when status last changed; heartbeats write nothing
);

CREATE INDEX agents_present ON agents (status) WHERE status <> 'offline';

CREATE TABLE tasks (
    id              uuid PRIMARY KEY,
    owner           text        NOT NULL, -- subject of the token that submitted it
    name            text        NOT NULL,
    description     text,
    task_type       text        NOT NULL REFERENCES capabilities (name),
    parameters      json        NOT NULL,
    priority        smallint    NOT NULL,
    status          text        NOT NULL CHECK (status IN ('pending', 'dispatched', 'running', 'completed', 'failed')),
    run_timeout_s   integer     NOT NULL CHECK (run_timeout_s > 0),
    max_attempts    smallint    NOT NULL CHECK (max_attempts > 0),
    created_at      timestamptz NOT NULL,
    available_at    timestamptz NOT NULL,            -- not dispatched before
    attempt         integer     NOT NULL DEFAULT 0,  -- the current or last one
    failed_attempts integer     NOT NULL DEFAULT 0,  -- those that count against max_attempts
    fencing_token   bigint      NOT NULL DEFAULT 0,  -- of the current attempt
    agent_id        uuid,                            -- that runs the current attempt
    report_sequence bigint      NOT NULL DEFAULT 0,  -- the last report of the current attempt that was folded in
    dispatched_at   timestamptz,
    published_at    timestamptz,                     -- when the broker acknowledged the assignment
    started_at      timestamptz,
    finished_at     timestamptz,
    result          json,
    failure         json,
    event_sequence  bigint      NOT NULL DEFAULT 0   -- of the last row in task_events
);

CREATE INDEX tasks_waiting ON tasks (task_type, priority DESC, created_at) WHERE status = 'pending';
CREATE INDEX tasks_active ON tasks (task_type) WHERE status IN ('dispatched', 'running');
CREATE INDEX tasks_of_owner ON tasks (owner, id DESC);

CREATE TABLE task_events (
    task_id  uuid        NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    sequence bigint      NOT NULL, -- from 1, without gaps
    type     text        NOT NULL,
    at       timestamptz NOT NULL,
    data     json        NOT NULL,
    PRIMARY KEY (task_id, sequence)
);
