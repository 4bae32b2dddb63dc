/** An e-invoice platform over HTTP: JSON, HMAC-SHA256 signatures in both directions, results by asking. */
package org.keyway.invoice.http;
