-- Versions of capabilities; agents that are drained, limited, known again after a restart, or served over HTTP.

ALTER TABLE capabilities ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE capabilities DROP CONSTRAINT capabilities_pkey, ADD PRIMARY KEY (name, version);

ALTER TABLE agents
    ADD COLUMN capability_versions integer[],                -- one for each of capabilities, in the same order
    ADD COLUMN delivery    text    NOT NULL DEFAULT 'kafka' CHECK (delivery IN ('kafka', 'http')),
    ADD COLUMN instance    uuid,                             -- what the process calls itself, if it does
    ADD COLUMN drain       boolean NOT NULL DEFAULT false,   -- somebody wants it to take no more
    ADD COLUMN slots_limit integer CHECK (slots_limit > 0);  -- somebody wants it to take fewer; slots are never more

UPDATE agents SET capability_versions = array_fill(1, ARRAY[cardinality(capabilities)]);

ALTER TABLE agents
    ALTER COLUMN capability_versions SET NOT NULL,
    ADD CHECK (cardinality(capability_versions) = cardinality(capabilities));

CREATE UNIQUE INDEX agents_instance ON agents (owner, instance) WHERE instance IS NOT NULL;
