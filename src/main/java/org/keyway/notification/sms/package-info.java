/** SMS over a cloud's HTTP interface with HMAC-SHA256 signature. */
package org.keyway.notification.sms;
