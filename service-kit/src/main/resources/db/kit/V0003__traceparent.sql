-- The trace that a job or a fact belongs to, as W3C traceparent; null where nothing is traced.
alter table job add column traceparent text;
alter table outbox add column traceparent text;
