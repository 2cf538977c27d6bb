-- The remote calls of a step, with how long they took: written with the step's event, or with the failure that ended it.
alter table history add column calls text;
alter table remote_errors add column calls text;
