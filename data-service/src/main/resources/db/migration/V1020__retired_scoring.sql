-- Scorings whose table nobody needs any more. All else about a scoring is the job of the same id.
create table retired_scoring (
  id         text collate "C" primary key references job (id),
  retired_at timestamptz not null default clock_timestamp()
);
