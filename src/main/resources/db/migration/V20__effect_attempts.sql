-- A side effect is claimed for one claim of its work: the next claim, which exists only because the lease of the one before
-- is over, takes the side effect over at once.
alter table effects add column attempt bigint not null default 0;
