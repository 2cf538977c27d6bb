/** Everything that knows Adobe Commerce's REST API: authentication, wire records, translation, and how its failures are read. */
package io.fulfillmenthub.commerce;
