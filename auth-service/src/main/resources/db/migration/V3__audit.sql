-- Security events, written in the transaction of what they tell of. A moment later each is linked into a chain: seq, then the
-- keyed hash over the event and the hash before it. Nothing else about an event may ever change.
create table audit_events (
    id          uuid        primary key,
    occurred_at timestamptz not null,
    action      text        not null check (length(action) between 1 and 100),
    outcome     text        not null check (outcome in ('success', 'failure')),
    actor       text        check (length(actor) <= 300),
    target      text        check (length(target) <= 300),
    address     text        check (length(address) <= 100),
    details     jsonb       not null default '{}',
    seq         bigint      unique,
    hash        bytea
);

create index audit_events_unlinked on audit_events (id) where seq is null;
create index audit_events_actor on audit_events (actor, id);
create index audit_events_target on audit_events (target, id);
create index audit_events_action on audit_events (action, id);

create function audit_events_are_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.seq is null and old.hash is null and new.seq is not null and new.hash is not null
        and (old.id, old.occurred_at, old.action, old.outcome, old.details) = (new.id, new.occurred_at, new.action, new.outcome, new.details)
        and (old.actor, old.target, old.address) is not distinct from (new.actor, new.target, new.address) then
        return new;
    end if;
    raise exception 'audit events are append-only';
end $$;

create trigger audit_events_append_only before update or delete on audit_events
    for each row execute function audit_events_are_append_only();
create trigger audit_events_no_truncate before truncate on audit_events
    for each statement execute function audit_events_are_append_only();
