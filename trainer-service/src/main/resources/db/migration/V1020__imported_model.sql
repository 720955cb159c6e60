-- A model that was made elsewhere has no run and no dataset; it says instead what file it came from.
alter table model
  drop constraint model_id_fkey,
  alter column dataset_id drop not null,
  add column imported text,   -- JSON: file name, SHA-256, bytes, who
  add column run_id text generated always as (case when imported is null then id end) stored references run,
  add check ((dataset_id is null) = (imported is not null));

-- A series made for such models has no test split to judge them on.
alter table series
  alter column evaluation_dataset_id drop not null,
  alter column evaluation_sha256 drop not null,
  add check ((evaluation_dataset_id is null) = (evaluation_sha256 is null));
