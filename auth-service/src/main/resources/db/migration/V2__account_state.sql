-- An administrator can shut an account; a role that changes ends what rests on the old one.
alter table users add column is_active boolean not null default true;
alter table users add column updated_at timestamptz not null default now();
alter table users add column password_changed_at timestamptz not null default now();
-- Somebody who only ever comes through an external provider has no password
alter table users alter column password_hash drop not null;
-- Hashes that were imported, by their cost: as long as there are any, logins of everybody take as long as theirs
create index users_bcrypt on users (substr(password_hash, 5, 2)) where password_hash ~ '^\$2[aby]\$(0[4-9]|1[0-4])\$';
-- Whether there is an administrator, and another one
create index users_admins on users (id) where role = 'admin' and is_active;
