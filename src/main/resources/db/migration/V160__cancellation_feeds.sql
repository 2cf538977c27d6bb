-- Every feed that a cancellation had, also after it was asked for again: a feed that is not here may be a lost one.
create table cancellation_feeds (
    account_id      text not null,
    feed_id         text not null,
    amazon_order_id text not null,
    primary key (account_id, feed_id)
);

insert into cancellation_feeds (account_id, feed_id, amazon_order_id)
select account_id, feed_id, amazon_order_id from cancellations where feed_id is not null
on conflict do nothing;
