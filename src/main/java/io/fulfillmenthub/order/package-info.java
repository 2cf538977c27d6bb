/** The language everybody in the hub speaks: orders, money, shipments and the rules about them. No Spring, no Camel. */
package io.fulfillmenthub.order;
