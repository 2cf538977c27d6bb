/** The endpoint {@code due?kind=…}: a route that begins with one runs while the ledger has due work of that kind. */
package io.fulfillmenthub.due;
