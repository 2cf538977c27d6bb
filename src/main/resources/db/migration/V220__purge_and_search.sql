-- The purge walks along all orders once a day instead of looking for ended ones in every batch.
drop index orders_unpurged;

-- Names that are not sealed yet, which a search for a buyer looks through too: none as a rule, and without an index all rows are read.
create index orders_unsealed on orders (account_id) where sealed_with is null;
