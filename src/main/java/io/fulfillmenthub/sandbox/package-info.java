/** Both outside worlds, simulated behind real HTTP: Amazon's Selling Partner API and a Commerce shop. */
package io.fulfillmenthub.sandbox;
