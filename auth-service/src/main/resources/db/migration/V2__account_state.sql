-- An administrator can shut an account; a role that changes ends what rests on the old one.
alter table users add column is_active boolean not null default true;
alter table users add column updated_at timestamptz not null default now();
alter table users add column password_changed_at timestamptz not null default now();
-- Somebody who only ever comes through an external provider has no password
alter table users alter column password_hash drop not null;
