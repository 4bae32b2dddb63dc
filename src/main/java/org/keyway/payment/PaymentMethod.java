package org.keyway.payment;

/** How a payer may pay; names are part of the public contract. */
public enum PaymentMethod {
    ALIPAY,
    WECHAT,
    UNIONPAY,
    BANK_TRANSFER,
    SANDBOX
}
