-- New data retrains: what a series asks for, what set it off, and what came of it.
create table retraining_policy (
  series     text collate "C" primary key references series,
  policy     text        not null,   -- JSON
  changed_at timestamptz not null default clock_timestamp()
);

-- From a dataset that is checked to a model that is judged.
create table retraining_cycle (
  id           text collate "C" primary key,   -- also that of the job that checks the dataset
  series       text collate "C" not null references series,
  dataset_id   text        not null references dataset,
  policy       text        not null,           -- JSON, as it was when the cycle began
  state        text        not null check (state in
                 ('CHECKING', 'TRAINING', 'INTERPRETING', 'JUDGING', 'PROMOTED', 'REJECTED', 'FAILED')),
  run_id       text references run,
  version      integer,
  judgement_id text collate "C" references judgement,
  problem      text,                           -- JSON, why it failed
  started_at   timestamptz not null default clock_timestamp(),
  ended_at     timestamptz,
  check ((ended_at is not null) = (state in ('PROMOTED', 'REJECTED', 'FAILED')))
);
create index retraining_cycle_newest on retraining_cycle (series, id desc);
-- One at a time, whatever the planners of several replicas believe.
create unique index retraining_cycle_open on retraining_cycle (series) where ended_at is null;

create table retraining_trigger (
  id           text collate "C" primary key,
  series       text collate "C" not null references series,
  kind         text        not null check (kind in ('DATASET', 'SCHEDULE', 'PERSON')),
  dataset_id   text references dataset,        -- the new one, for DATASET
  actor        text        not null,
  reason       text        not null,
  triggered_at timestamptz not null default clock_timestamp(),
  cycle_id     text collate "C" references retraining_cycle   -- null while it waits
);
create index retraining_trigger_newest on retraining_trigger (series, id desc);
create index retraining_trigger_waiting on retraining_trigger (series) where cycle_id is null;
create index retraining_trigger_by_cycle on retraining_trigger (cycle_id);
