/** Everything that knows Amazon's Selling Partner API: settings, tokens, quotas, wire records and their translation. */
package io.fulfillmenthub.amazon;
