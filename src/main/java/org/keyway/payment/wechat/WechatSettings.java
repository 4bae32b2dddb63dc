package org.keyway.payment.wechat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings under {@code keyway.payment.wechat}; keys are PEM text and come from the environment. */
@ConfigurationProperties("keyway.payment.wechat")
record WechatSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("https://api.mch.weixin.qq.com") String serverUrl,
        @DefaultValue("") String appId,
        @DefaultValue("") String merchantId,
        @DefaultValue("") String merchantSerial,
        @DefaultValue("") String privateKey,
        @DefaultValue("") String apiV3Key,
        @DefaultValue("") String publicKeyId,
        @DefaultValue("") String publicKey,
        @DefaultValue("") String description) {

    @Override
    public String toString() {
        return "WechatSettings[merchantId=" + merchantId + "]";
    }
}
