-- A run that was asked for to see whether it ends in the weights of an earlier model.
alter table run add column reproduces text references model;
create index run_by_reproduced on run (reproduces) where reproduces is not null;
