/** What an operator sees: web pages, {@code /api}, health and metrics, and who may see them. */
package io.fulfillmenthub.console;
