-- The moment of becoming due for which an order was announced to the hubs that share the work by messages.
alter table orders add column announced_for timestamptz;
