-- What was made is told by the job's row, beside the state; a second copy could be read a moment apart.
alter table dataset drop column result;
