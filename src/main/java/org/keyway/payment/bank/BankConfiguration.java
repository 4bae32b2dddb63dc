package org.keyway.payment.bank;

import org.keyway.payment.RemittanceAccount;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Switches bank transfer on by {@code keyway.payment.bank.account-number}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("keyway.payment.bank.account-number")
@EnableConfigurationProperties(BankSettings.class)
class BankConfiguration {

    @Bean
    RemittanceAccount remittanceAccount(BankSettings settings) {
        if (settings.accountName().isBlank() || settings.bankName().isBlank()) {
            throw new IllegalStateException("Settings keyway.payment.bank.account-name and bank-name are missing");
        }
        return new RemittanceAccount(
                settings.accountName(), settings.accountNumber(), settings.bankName(), settings.checkWithin());
    }

    @Bean
    BankTransferGateway bankTransferGateway() {
        return new BankTransferGateway();
    }
}
