-- Due orders that nobody has announced since they became due. What became due before the patience is claimed without a message.
with due as (
    select account_id, amazon_order_id
    from orders
    where due_at <= now() and due_at > now() - make_interval(secs => :#${bean:announcements?method=patienceSeconds})
        and locked_until <= now() and announced_for is distinct from due_at
        and account_id <> all (cast(:#${bean:claims?method=resting} as text[]))
        and not exists (select 1 from lanes where lane = 'commerce' and (paused_until > now() or failures >= 5))
    order by due_at
    limit :#${bean:announcements?method=share}
    for update skip locked
)
update orders o
set announced_for = o.due_at
from due
where o.account_id = due.account_id and o.amazon_order_id = due.amazon_order_id
returning o.account_id, o.amazon_order_id
