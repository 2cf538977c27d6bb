/** Changed routes before they meet real orders: what is wrong with their files, and what they would send. */
package io.fulfillmenthub.check;
