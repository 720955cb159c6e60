-- What trainer-service knows: datasets it was told of, runs, their epochs, and the models they ended in.
-- A run's state lives in its job (same id); here is what the run is.

create table dataset (
  id              text primary key,
  name            text        not null,
  ref_key         text        not null,
  manifest_sha256 text        not null,
  classes         text        not null,   -- JSON array of names
  "window"        integer     not null check ("window" > 0),
  sequences       bigint      not null,
  retired         boolean     not null default false,
  version         bigint      not null,   -- of the newest fact heard
  heard_at        timestamptz not null default clock_timestamp()
);
create index dataset_by_name on dataset (name, id desc);

create table run (
  id                text primary key,
  dataset_id        text    not null references dataset,
  architecture_name text    not null,
  architecture      text    not null,     -- JSON
  training          text    not null,     -- JSON, every setting written out
  seed              bigint  not null,
  threads           integer not null check (threads > 0)
);
create index run_by_dataset on run (dataset_id, id desc);

create table epoch (
  run_id          text    not null references run on delete cascade,
  epoch           integer not null,
  training_loss   double precision not null,
  validation_loss double precision not null,
  seconds         double precision not null,
  primary key (run_id, epoch)
);

create table model (
  id                     text primary key references run,
  dataset_id             text        not null references dataset,
  ref_key                text        not null,
  manifest_sha256        text        not null,
  description            text        not null,   -- model.json
  interpretation         text        not null,   -- JSON: its figures, or why there are none
  interpretation_version bigint      not null default 0,
  created_at             timestamptz not null
);
