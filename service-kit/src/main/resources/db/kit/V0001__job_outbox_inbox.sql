-- The tables of service-kit. A service lists its migrations beside these, from V1000 on:
--   quarkus.flyway.locations=db/kit,db/migration

-- Long work, one row a job. Only clock_timestamp() counts, never the clock of a worker.
create table job (
  id              text collate "C" primary key,
  kind            text        not null,
  state           text        not null check (state in
                    ('QUEUED', 'RUNNING', 'CANCELLING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  idempotency_key text,
  payload         jsonb       not null,
  progress        jsonb,
  result          jsonb,
  problem         jsonb,
  cancel_reason   text,
  attempts        int         not null default 0,
  lost_workers    int         not null default 0,
  fence           bigint      not null default 0,
  worker          text,
  lease_until     timestamptz,
  available_at    timestamptz not null default clock_timestamp(),
  created_at      timestamptz not null default clock_timestamp(),
  started_at      timestamptz,
  ended_at        timestamptz,
  version         bigint      not null default 1,
  check ((lease_until is not null) = (state in ('RUNNING', 'CANCELLING'))),
  check ((ended_at is not null) = (state in ('SUCCEEDED', 'FAILED', 'CANCELLED')))
);
create unique index job_idempotency on job (kind, idempotency_key);
create index job_waiting on job (kind, created_at, id) where state = 'QUEUED';
create index job_leased on job (lease_until) where state in ('RUNNING', 'CANCELLING');
create index job_newest on job (kind, id desc);

-- Facts written by the transaction that made them true; the relay deletes what Kafka has taken.
create table outbox (
  position bigint generated always as identity primary key,
  event_id text        not null unique,
  source   text        not null,
  type     text        not null,
  topic    text        not null,
  subject  text        not null,
  time     timestamptz not null,
  value    bytea       not null
);

-- Facts a consumer has handled; inserted by the transaction that handled them.
create table inbox (
  consumer    text        not null,
  source      text        not null,
  event_id    text        not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (consumer, source, event_id)
);
create index inbox_age on inbox (received_at);
