package org.keyway.ukey.soft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.BigIntegers;
import org.keyway.ukey.Envelopes;
import org.keyway.ukey.TokenException;

/** An enveloped key (GM/T 0009, or RFC 5649 under RSA) of any bytes is the key that was sent, or is refused. */
class EnvelopeFuzzTest {

    private static final Arithmetic SM2 = new Sm2();
    private static final Arithmetic RSA = new Rsa();

    private static Pair sm2;
    private static Pair rsa;
    private static Pair inside;
    private static Pair insideRsa;
    private static byte[] sm2Envelope;
    private static byte[] rsaEnvelope;

    @BeforeContainer
    static void envelop() throws Exception {
        sm2 = SM2.generate();
        inside = SM2.generate();
        BigInteger scalar = ((ECPrivateKeyParameters) PrivateKeyFactory.createKey(inside.privateKey())).getD();
        byte[] point = SubjectPublicKeyInfo.getInstance(inside.publicKey())
                .getPublicKeyData()
                .getBytes();
        sm2Envelope = Envelopes.sm2(sm2.publicKey(), point, BigIntegers.asUnsignedByteArray(32, scalar));
        rsa = RSA.generate();
        insideRsa = RSA.generate();
        rsaEnvelope = Envelopes.rsa(rsa.publicKey(), insideRsa.privateKey());
        assertThat(SM2.open(sm2.privateKey(), sm2Envelope).publicKey()).isEqualTo(inside.publicKey());
        assertThat(RSA.open(rsa.privateKey(), rsaEnvelope).publicKey()).isEqualTo(insideRsa.publicKey());
    }

    @Property(tries = 800)
    void aChangedByteNeverGivesAnotherKey(
            @ForAll @IntRange(max = 100_000) int at,
            @ForAll @IntRange(min = 1, max = 255) int mask,
            @ForAll @IntRange(max = 40) int cut) {
        isTheSameOrRefused(SM2, sm2, inside, damaged(sm2Envelope, at, mask, cut));
        isTheSameOrRefused(RSA, rsa, insideRsa, damaged(rsaEnvelope, at, mask, cut));
    }

    @Property(tries = 300)
    void bytesAreNoEnvelope(@ForAll @Size(max = 2000) byte[] bytes) {
        assertThatThrownBy(() -> SM2.open(sm2.privateKey(), bytes)).isInstanceOf(TokenException.class);
        assertThatThrownBy(() -> RSA.open(rsa.privateKey(), bytes)).isInstanceOf(TokenException.class);
    }

    private static void isTheSameOrRefused(Arithmetic kind, Pair recipient, Pair sent, byte[] envelope) {
        try {
            assertThat(kind.open(recipient.privateKey(), envelope).publicKey()).isEqualTo(sent.publicKey());
        } catch (TokenException refused) {
            assertThat(refused.code()).isEqualTo(TokenException.Code.ENVELOPE_INVALID);
        }
    }

    private static byte[] damaged(byte[] good, int at, int mask, int cut) {
        byte[] bytes = Arrays.copyOf(good, good.length - (cut > 30 ? cut : 0));
        bytes[at % bytes.length] ^= (byte) mask;
        return bytes;
    }
}
