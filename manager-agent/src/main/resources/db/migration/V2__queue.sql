-- The queue that can be reordered, cancelled and explained: more states, fair share between users, deadlines, keys.

-- A check of a foreign key locks the row it points at; for every task and every event that costs more than it protects
-- from. Nothing deletes capabilities, and events are deleted together with their tasks.
ALTER TABLE tasks DROP CONSTRAINT tasks_task_type_fkey;
ALTER TABLE task_events DROP CONSTRAINT task_events_task_id_fkey;

ALTER TABLE tasks DROP CONSTRAINT tasks_status_check;
ALTER TABLE tasks ADD CONSTRAINT tasks_status_check CHECK (status IN (
    'scheduled', 'blocked', 'pending', 'dispatched', 'running', 'completed', 'failed', 'cancelled'));

ALTER TABLE tasks
    ADD COLUMN version         integer  NOT NULL DEFAULT 1 CHECK (version > 0), -- of the capability
    ADD COLUMN fair_tag        bigint   NOT NULL DEFAULT 0,   -- its turn among tasks of its type and priority
    ADD COLUMN queue_timeout_s integer  CHECK (queue_timeout_s > 0),
    ADD COLUMN total_timeout_s integer  CHECK (total_timeout_s > 0),
    ADD COLUMN first_pause_ms  bigint   NOT NULL DEFAULT 1000 CHECK (first_pause_ms >= 0),
    ADD COLUMN max_pause_ms    bigint   NOT NULL DEFAULT 60000 CHECK (max_pause_ms >= 0),
    ADD COLUMN lost_agents     smallint NOT NULL DEFAULT 0,   -- that went silent while they ran it
    ADD COLUMN deadline_at     timestamptz,                   -- when to look at it again, if nothing happens before
    ADD COLUMN concurrency_key text,
    ADD COLUMN project_id      uuid,
    ADD COLUMN workflow_id     uuid,
    ADD COLUMN workflow_step   text,
    ADD COLUMN callback_url    text,
    DROP COLUMN published_at;

-- A task goes through several states within seconds: old versions are to go soon, and new ones fit beside them
ALTER TABLE tasks SET (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
ALTER TABLE task_events SET (autovacuum_vacuum_insert_scale_factor = 0.5);

DROP INDEX tasks_waiting;
DROP INDEX tasks_active;
-- The order in which tasks are claimed, and the other one: the longest waiting first, for the reserve
CREATE INDEX tasks_pending ON tasks (task_type, version, priority DESC, fair_tag, id) WHERE status = 'pending';
CREATE INDEX tasks_oldest ON tasks (task_type, version, available_at) WHERE status = 'pending';
CREATE INDEX tasks_scheduled ON tasks (available_at) WHERE status = 'scheduled';
CREATE INDEX tasks_blocked ON tasks (owner, concurrency_key, priority DESC, id) WHERE status = 'blocked';
CREATE INDEX tasks_active ON tasks (task_type, version, agent_id) WHERE status IN ('dispatched', 'running');
CREATE INDEX tasks_deadline ON tasks (deadline_at) WHERE deadline_at IS NOT NULL;
CREATE INDEX tasks_failed ON tasks (id DESC) WHERE status = 'failed';

-- Start-time fair queueing (Goyal, Vin and Cheng 1996), one task costing one unit: a task's tag is the greater of the
-- queue's clock and the tag of its owner's task before it plus one, and tasks are claimed in the order of their tags.
CREATE TABLE fair_clocks (
    task_type text     NOT NULL,
    version   integer  NOT NULL,
    priority  smallint NOT NULL,
    tag       bigint   NOT NULL, -- the highest that was claimed
    PRIMARY KEY (task_type, version, priority)
) WITH (fillfactor = 50);

CREATE TABLE fair_shares (
    task_type text     NOT NULL,
    version   integer  NOT NULL,
    priority  smallint NOT NULL,
    owner     text     NOT NULL,
    last_tag  bigint   NOT NULL, -- of the owner's newest task
    added     integer  NOT NULL, -- how many tasks the last insertion added
    PRIMARY KEY (task_type, version, priority, owner)
) WITH (fillfactor = 50);

-- Of the tasks of one owner with the same key one at a time may be pending, dispatched or running: the one named here
CREATE TABLE concurrency_keys (
    owner   text NOT NULL,
    key     text NOT NULL,
    task_id uuid NOT NULL,
    PRIMARY KEY (owner, key)
);

-- Results that are too large for a report in Kafka wait here for the report that they belong to
CREATE TABLE stored_results (
    fencing_token bigint PRIMARY KEY,
    task_id       uuid        NOT NULL,
    result        json        NOT NULL,
    stored_at     timestamptz NOT NULL
);
