-- Datasets. Their making is the job of the same id; state, times and progress are there.
create table dataset (
  id         text collate "C" primary key references job (id),
  name       text        not null,
  source     text        not null,   -- JSON: what it is made from
  result     text,                   -- JSON: what was made, once it was
  retired_at timestamptz
);
create index dataset_name on dataset (name, id desc);
