/** Measurements that are no part of the build: {@code ./mvnw -Pbench verify}, {@code -Dbench.only=Console} for another one. */
package io.fulfillmenthub.bench;
