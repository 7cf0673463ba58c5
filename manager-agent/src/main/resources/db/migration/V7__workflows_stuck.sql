-- A workflow that an error of ours keeps from going on is tried again after pauses that grow
ALTER TABLE workflows
    ADD COLUMN stuck_since timestamptz, -- null while it is not
    ADD COLUMN retry_at    timestamptz; -- not to be looked at before

-- addressees are all who were asked so far; after an escalation these are the ones who may decide
ALTER TABLE workflow_steps
    ADD COLUMN escalated_to text[];
