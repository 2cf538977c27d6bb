-- Why a lane fails: an account whose authorisation Amazon refuses stops until it is renewed.
alter table lanes add column reason text;

-- Amazon's region of the account with each error.
alter table remote_errors add column region text;
