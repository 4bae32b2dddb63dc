package org.keyway.certificate.pkcs11;

import java.nio.file.Path;
import org.keyway.certificate.House;
import org.keyway.ukey.Token;
import org.keyway.ukey.pkcs11.Pkcs11Tokens;
import org.keyway.ukey.pkcs11.SoftHsm;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** A fresh SoftHSM token with a user PIN, and houses that keep their RSA keys in it. */
record CaToken(String serial) {

    static final String PIN = "40718263";

    static CaToken fresh(Path counters) {
        String serial = SoftHsm.blank(counters);
        Pkcs11Tokens tokens = new Pkcs11Tokens(SoftHsm.library(), counters, SoftHsm.FACTORY_SO_PIN);
        try (Token token = tokens.open(serial)) {
            token.initialize("keyway-ca", "so-pin-of-the-ca".toCharArray(), PIN.toCharArray());
        }
        return new CaToken(serial);
    }

    House house(Path folder) {
        House house = new House(folder, false);
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                house.context,
                "keyway.certificate.token.enabled=true",
                "keyway.certificate.token.library=" + SoftHsm.library(),
                "keyway.certificate.token.serial=" + serial.toLowerCase(java.util.Locale.ROOT),
                "keyway.certificate.token.pin=" + PIN);
        return house;
    }
}
