-- Workflows: each with the definition that it runs by, how far its steps have come, and what happened to it.
--
-- Whoever changes anything of a workflow holds the lock on its row in workflows, and takes it after locks on tasks.

CREATE TABLE workflows (
    id             uuid PRIMARY KEY,
    owner          text        NOT NULL, -- subject of the token that started it
    name           text        NOT NULL,
    definition     json        NOT NULL, -- as it was handed in, with its input; never changes
    status         text        NOT NULL CHECK (status IN (
        'running', 'compensating', 'cancelling', 'completed', 'failed', 'cancelled', 'compensation_failed')),
    failure        json,                 -- of which step, and why
    cancellation   json,                 -- by whom, and why
    unfinished     boolean     NOT NULL DEFAULT false, -- there is more to do, without anything having to happen first
    created_at     timestamptz NOT NULL,
    finished_at    timestamptz,
    event_sequence bigint      NOT NULL DEFAULT 0      -- of the last row in workflow_events
) WITH (fillfactor = 85);

CREATE INDEX workflows_of_owner ON workflows (owner, id DESC);
CREATE INDEX workflows_unfinished ON workflows (id) WHERE unfinished;

-- Only steps that have had their turn have a row
CREATE TABLE workflow_steps (
    workflow_id uuid    NOT NULL,
    step        text    NOT NULL, -- its name; after 'compensate:' that of the step that it undoes; after 'on_failure:' ...
    status      text    NOT NULL CHECK (status IN (
        'waiting', 'running', 'awaiting_approval', 'completed', 'failed', 'skipped', 'cancelled')),
    stopping    boolean NOT NULL, -- its tasks are to be cancelled
    items       integer NOT NULL, -- tasks that it takes; of these:
    begun       integer NOT NULL,
    completed   integer NOT NULL,
    failed      integer NOT NULL,
    cancelled   integer NOT NULL,
    place       integer NOT NULL, -- in the order in which steps ended, from 1; 0 before
    failure     json,
    addressees  text[],           -- who may approve: subjects, and roles after 'role:'
    deadline_at timestamptz,      -- when nobody having decided has consequences
    escalated   boolean NOT NULL,
    approved    boolean,
    decided_by  text,
    comment     text,
    decided_at  timestamptz,
    started_at  timestamptz,
    finished_at timestamptz,
    PRIMARY KEY (workflow_id, step)
) WITH (fillfactor = 85);

CREATE INDEX workflow_steps_awaiting ON workflow_steps (deadline_at) WHERE status = 'awaiting_approval';
CREATE INDEX workflow_steps_stopping ON workflow_steps (workflow_id) WHERE stopping;

-- The tasks of steps, and whether the workflow has heard of their end
CREATE TABLE workflow_tasks (
    workflow_id uuid    NOT NULL,
    step        text    NOT NULL,
    item        integer NOT NULL, -- its index in the list of a fan-out, or 0
    task_id     uuid    NOT NULL,
    status      text    NOT NULL CHECK (status IN ('running', 'completed', 'failed', 'cancelled')),
    PRIMARY KEY (workflow_id, step, item)
) WITH (fillfactor = 85);

CREATE INDEX workflow_tasks_running ON workflow_tasks (task_id) WHERE status = 'running';

CREATE TABLE workflow_events (
    workflow_id uuid        NOT NULL,
    sequence    bigint      NOT NULL, -- from 1, without gaps
    type        text        NOT NULL,
    at          timestamptz NOT NULL,
    data        json        NOT NULL,
    PRIMARY KEY (workflow_id, sequence)
);
