/** Alipay face-to-face payment (precreate) over the official SDK. */
package org.keyway.payment.alipay;
