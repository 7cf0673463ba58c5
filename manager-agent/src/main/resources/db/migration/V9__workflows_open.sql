-- Workflows that have not ended, for the limit of those that an owner may have. An index is a migration of its own: in one
-- transaction with another change it would wait, with locks, for transactions that wait for it.
CREATE INDEX workflows_open ON workflows (owner) WHERE status IN ('running', 'compensating', 'cancelling');
