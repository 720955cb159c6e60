-- A dataset made by adding to another one: which.
alter table dataset add column base_id text collate "C" references dataset (id);
