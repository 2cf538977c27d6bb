-- Whose failure a lane saw last: one order that fails again and again is not the whole side being down.
alter table lanes add column last_subject text;
