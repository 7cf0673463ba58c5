-- Callbacks are looked for by receiver, so that those that wait for a slow one are not gone through with every look.
-- callbacks_due stays until no manager of the version before runs.
CREATE INDEX callbacks_of_receiver ON callbacks (owner, host, due_at) WHERE due_at IS NOT NULL;
