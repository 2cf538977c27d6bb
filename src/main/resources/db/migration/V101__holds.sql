-- Whether the hub put the Commerce order on hold because the buyer asks to cancel, and how often it did.
alter table orders
    add column hold text not null default 'NONE',
    add column holds int not null default 0;
