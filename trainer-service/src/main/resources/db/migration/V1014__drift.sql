-- Drift of what a champion scores sets a series off, once for each model.
alter table retraining_trigger drop constraint retraining_trigger_kind_check;
alter table retraining_trigger add constraint retraining_trigger_kind_check
  check (kind in ('DATASET', 'SCHEDULE', 'PERSON', 'DRIFT'));
alter table retraining_trigger add column model_id text references model;   -- the one that drifted, for DRIFT
create unique index retraining_trigger_drift on retraining_trigger (series, model_id) where kind = 'DRIFT';
create index retraining_trigger_by_model on retraining_trigger (model_id);
