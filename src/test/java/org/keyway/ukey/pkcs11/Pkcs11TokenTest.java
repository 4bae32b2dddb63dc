package org.keyway.ukey.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenContract;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.Tokens;

/** The contract on SoftHSM, through the code path of hardware. */
class Pkcs11TokenTest extends TokenContract {

    @TempDir
    static Path counters;

    @Override
    protected Tokens tokens() {
        return new Pkcs11Tokens(SoftHsm.library(), counters, SoftHsm.FACTORY_SO_PIN);
    }

    @Override
    protected String blank() {
        return SoftHsm.blank(counters);
    }

    @Test
    void whatTheDriverCannotDoIsSaid() {
        try (Token token = initialized()) {
            token.login(USER);
            fails(Code.ALGORITHM_UNSUPPORTED, () -> token.generateKeyPair(KeyUse.SIGN, KeyAlgorithm.SM2));
            assertThat(token.publicKey(KeyUse.SIGN)).isEmpty();
        }
    }

    @Test
    void aMissingLibraryIsSaid() {
        fails(Code.IO, () -> new Pkcs11Tokens(Path.of("/nowhere/driver.so"), counters, "").present());
    }
}
