package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every key management centre has to do: one key per request, readable by the recipient alone. */
public abstract class KeyManagementCentreContract {

    protected abstract KeyManagementCentre centre();

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void theRecipientOpensTheEnvelope(KeyAlgorithm algorithm) {
        KeyPair recipient = pair(algorithm);
        var delivery =
                centre().deliver("open/" + algorithm, recipient.getPublic().getEncoded());
        KeyPair delivered = Envelopes.open(delivery, recipient);
        assertThat(Envelopes.belongTogether(delivered)).isTrue();
        assertThat(delivered.getPublic().getEncoded()).isEqualTo(delivery.publicKey());
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void theSameRequestGetsTheSameKeyInANewEnvelope(KeyAlgorithm algorithm) {
        KeyPair recipient = pair(algorithm);
        var first = centre().deliver("same/" + algorithm, recipient.getPublic().getEncoded());
        var second = centre().deliver("same/" + algorithm, recipient.getPublic().getEncoded());
        assertThat(second.publicKey()).isEqualTo(first.publicKey());
        assertThat(second.envelope()).isNotEqualTo(first.envelope());
        KeyPair other = pair(algorithm);
        var recovered = centre().deliver("same/" + algorithm, other.getPublic().getEncoded());
        assertThat(Envelopes.open(recovered, other).getPrivate().getEncoded())
                .as("recovery for a new token")
                .isEqualTo(Envelopes.open(first, recipient).getPrivate().getEncoded());
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void nobodyElseOpensIt(KeyAlgorithm algorithm) {
        var delivery = centre().deliver(
                        "other/" + algorithm, pair(algorithm).getPublic().getEncoded());
        assertThatThrownBy(() -> Envelopes.open(delivery, pair(algorithm))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherAlgorithmUnderTheSameRequestIsRefused() {
        centre().deliver("kind", pair(KeyAlgorithm.SM2).getPublic().getEncoded());
        assertThatThrownBy(() -> centre().deliver(
                                "kind", pair(KeyAlgorithm.RSA_2048).getPublic().getEncoded()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyPair pair(KeyAlgorithm algorithm) {
        return algorithm == KeyAlgorithm.SM2 ? Sm2Pairs.make() : Requests.pair(2048);
    }
}
