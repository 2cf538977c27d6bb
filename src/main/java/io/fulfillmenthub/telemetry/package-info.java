/** What a running hub tells of its calls to both sides: timers, and spans while traces are wanted; never personal data. */
package io.fulfillmenthub.telemetry;
