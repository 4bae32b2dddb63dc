/** The trading centre's system over HTTP with HMAC-SHA256 signatures in both directions. */
package org.keyway.trading.http;
