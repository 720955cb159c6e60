-- A retired dataset whose bytes were given up; the row stays and says what there was.
alter table dataset add column deleted_at timestamptz check (deleted_at is null or retired_at is not null);
create index dataset_retired on dataset (retired_at) where retired_at is not null and deleted_at is null;
