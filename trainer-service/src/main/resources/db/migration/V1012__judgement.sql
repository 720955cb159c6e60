-- A model judged to see whether it may be its series' champion. Id and state are its job's, whose result holds the report.
create table judgement (
  id         text collate "C" primary key,
  series     text collate "C" not null,
  version    integer     not null,
  verdict    text check (verdict in ('ACCEPTED', 'REJECTED')),   -- null until it has ended, and when it failed
  created_at timestamptz not null default clock_timestamp(),
  foreign key (series, version) references series_version
);
create index judgement_by_version on judgement (series, version, id desc);
