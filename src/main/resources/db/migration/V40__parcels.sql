-- What a parcel carries for Amazon's Transparency program, and how far its proof is.
alter table packages
    add column transparency_codes text,
    add column released boolean not null default false,
    add column doubted boolean not null default false,
    add column resent boolean not null default false;
