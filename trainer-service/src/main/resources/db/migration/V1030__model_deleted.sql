-- A retired model whose bytes were given up; the row stays and says what there was.
alter table model add column deleted_at timestamptz check (deleted_at is null or retired_at is not null);
create index model_retired on model (retired_at) where retired_at is not null and deleted_at is null;
create index model_by_ref on model (ref_key);
create index model_by_dataset on model (dataset_id);
