/** What the hub remembers, in PostgreSQL: orders, parcels, hand-overs, lanes, side effects, history and errors. */
package io.fulfillmenthub.ledger;
