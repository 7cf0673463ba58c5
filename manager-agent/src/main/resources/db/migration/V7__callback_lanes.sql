-- Callbacks are looked for by receiver, so that those that wait for a slow one are not gone through with every look.
-- callbacks_due stays until no manager of the version before runs.
CREATE INDEX callbacks_of_receiver ON callbacks (owner, host, due_at) WHERE due_at IS NOT NULL;

-- Workflows that have not ended, for the limit of those that an owner may have
CREATE INDEX workflows_open ON workflows (owner) WHERE status IN ('running', 'compensating', 'cancelling');

-- A workflow that an error of ours keeps from going on is tried again after pauses that grow
ALTER TABLE workflows
    ADD COLUMN stuck_since timestamptz, -- null while it is not
    ADD COLUMN retry_at    timestamptz; -- not to be looked at before

-- addressees are all who were asked so far; after an escalation these are the ones who may decide
ALTER TABLE workflow_steps
    ADD COLUMN escalated_to text[];
