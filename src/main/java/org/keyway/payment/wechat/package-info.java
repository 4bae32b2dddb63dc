/** WeChat Pay native payment (API v3) over the official SDK, with WeChat's public key. */
package org.keyway.payment.wechat;
