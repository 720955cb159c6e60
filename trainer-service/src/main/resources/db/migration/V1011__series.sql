-- A series makes models comparable: the same classes and window, judged on one test split that never changes.
create table series (
  name                  text collate "C" primary key,
  classes               text        not null,   -- JSON array of names
  "window"              integer     not null check ("window" > 0),
  evaluation_dataset_id text        not null references dataset,
  evaluation_sha256     text        not null,   -- of its test split
  rules                 text        not null,   -- JSON: what a model must do to become champion
  created_at            timestamptz not null default clock_timestamp()
);

create table series_version (
  series     text collate "C" not null references series,
  version    integer     not null check (version > 0),
  model_id   text        not null references model,
  created_at timestamptz not null default clock_timestamp(),
  primary key (series, version),
  unique (series, model_id)
);
create index series_version_by_model on series_version (model_id);

-- Every change of an alias, for ever; the newest says what it stands for. The key is the
-- compare-and-set: of two changes that start from one generation only one can be stored.
create table alias_change (
  series     text collate "C" not null,
  alias      text collate "C" not null,
  generation bigint      not null check (generation > 0),
  version    integer     not null,
  restores   bigint check (restores < generation),   -- the generation a rollback went back to
  actor      text        not null,
  reason     text        not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (series, alias, generation),
  foreign key (series, version) references series_version
);

alter table model add column retired_at timestamptz;
