-- Jobs asked for together take turns with all others: a share is served by how little it has had.
-- Jobs that belong to nothing larger are one share, the empty one.
alter table job add column share text not null default '';
create index job_by_share on job (kind, share, started_at);
create index job_running_by_share on job (kind, share) where state in ('RUNNING', 'CANCELLING');
