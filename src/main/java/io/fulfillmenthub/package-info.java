/** The hub as a program: its settings, its database and its workers. */
package io.fulfillmenthub;
