package org.keyway.certificate.cmp;

import java.time.Clock;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.Signatories;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the CA elsewhere before the built-in one, when it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("keyway.certificate.cmp.enabled")
@EnableConfigurationProperties(CmpSettings.class)
class CmpConfiguration {

    @Bean
    @Primary
    CertificateAuthority cmpCertificateAuthority(
            CmpSettings settings,
            @Qualifier("softCertificateAuthority") CertificateAuthority former,
            ObjectProvider<Signatories> signatories,
            Clock clock) {
        CmpClient client = new CmpClient(settings, clock);
        return new CmpCertificateAuthority(settings, client, new Waiting(client, clock), former, serial -> signatories
                .getObject()
                .find(serial));
    }
}
