-- What the API of tasks needs besides the queue: answers to requests that may be repeated, tasks that are queued again,
-- and how many tasks wait for whom.

-- Answers to requests that came with an Idempotency-Key, written in the transaction that did what was asked for
CREATE TABLE idempotency_keys (
    caller     text        NOT NULL, -- subject of the token
    route      text        NOT NULL, -- for example POST /tasks
    key        text        NOT NULL,
    request    bytea       NOT NULL, -- SHA-256 of what was asked for
    status     smallint    NOT NULL, -- of the answer
    location   text,
    body       text        NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (caller, route, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

-- When a task that had ended was last queued again: its total timeout counts from then
ALTER TABLE tasks ADD COLUMN redriven_at timestamptz;

-- For counting who has how many tasks waiting, without a look at the tasks themselves
CREATE INDEX tasks_waiting ON tasks (owner) WHERE status IN ('scheduled', 'blocked', 'pending');
