-- Users. Names and addresses are unique whatever their case, and are shown as they were typed.
create table users (
    id            uuid        primary key,
    username      text        not null check (length(username) between 3 and 50),
    email         text        not null check (length(email) between 3 and 254),
    full_name     text        check (length(full_name) <= 200),
    role          text        not null check (role in ('user', 'admin')),
    password_hash text        not null,
    created_at    timestamptz not null default now()
);

create unique index users_username_key on users (lower(username));
create unique index users_email_key on users (lower(email));
