-- An experiment is its runs: each (architecture, trial) has one, and another after one that failed or was
-- cancelled and was asked for again; the newest counts. The state of an experiment is theirs.
create table experiment (
  id              text collate "C" primary key,
  name            text        not null,
  dataset_id      text        not null references dataset,
  architectures   text        not null,   -- JSON array, each with a name of its own, in the order of the rows
  trials          integer     not null check (trials > 0),
  training        text        not null,   -- JSON, every setting written out
  seed            bigint      not null,
  threads         integer     not null check (threads > 0),
  idempotency_key text unique,
  created_at      timestamptz not null default clock_timestamp()
);

alter table run
  add column experiment_id text references experiment,
  add column trial integer check (trial > 0),
  add check ((experiment_id is null) = (trial is null));
create index run_by_experiment on run (experiment_id, architecture_name, trial, id desc);
