/** Everything that knows Kafka; nothing of it is there without the profile kafka. */
package io.fulfillmenthub.kafka;
