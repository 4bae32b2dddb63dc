package org.keyway.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.keyway.subscriber.Forms.individual;
import static org.keyway.subscriber.Forms.organization;
import static org.keyway.subscriber.Forms.with;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.shared.Problem;

class RegistrationsTest {

    private static final Map<String, String> CONSENTS = Map.of("account-agreement", "2026-11");

    private final Front front = new Front();
    private final Registrations registrations = front.get(Registrations.class);

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void opensAnAccountThatIsNotApprovedYet() {
        registrations.register(new Registration(organization()), CONSENTS);
        Subscriber known = front.get(Subscribers.class).find("jianshe01").orElseThrow();
        assertThat(known.creditApproved()).isFalse();
        assertThat(known.uscc()).isEqualTo("91330683MA0TE5T08D");
        assertThat(known.legalEmail()).isEqualTo("legal.jianshe@example.test");
        assertThat(front.accounts.passwords).containsEntry("jianshe01", Forms.PASSWORD);
        assertThat(front.jdbc
                        .sql("select version from subscriber_consent")
                        .query(String.class)
                        .list())
                .containsExactly("2026-11");
        front.get(Subscribers.class).creditChanged("jianshe01", true);
        assertThat(front.get(Subscribers.class).find("jianshe01").orElseThrow().creditApproved())
                .isTrue();
    }

    @Test
    void oneAccountForEachNameCodeAndPerson() {
        registrations.register(new Registration(organization()), CONSENTS);
        registrations.register(new Registration(individual("zhou01")), CONSENTS);
        refuses(organization(), "account", "register.account-taken");
        refuses(with(organization(), "account", "li"), "account", "register.account");
        refuses(with(organization(), "account", "jianshe02"), "uscc", "register.uscc-taken");
        refuses(individual("zhou02"), "idNumber", "register.id-number-taken");
        assertThat(front.accounts.passwords).hasSize(3);
    }

    @Test
    void theSecondOfTwoAtTheSameMomentIsRefused() {
        registrations.register(new Registration(organization()), CONSENTS);
        front.accounts.passwords.remove("jianshe01");
        assertThatThrownBy(() -> front.get(Subscribers.class)
                        .register(new Registration(with(organization(), "account", "other01")).subscriber()))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
    }

    @Test
    void idNumbersStayInTheirTable() {
        registrations.register(new Registration(individual("zhou01")), CONSENTS);
        assertThat(front.jdbc
                        .sql("select count(*) from subscriber_identity")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(front.get(Subscribers.class).find("zhou01").orElseThrow().toString())
                .doesNotContain(individual("zhou01").get("idNumber"));
    }

    private void refuses(Map<String, String> fields, String field, String code) {
        assertThatThrownBy(() -> registrations.register(new Registration(fields), CONSENTS))
                .asInstanceOf(type(Problem.class))
                .extracting(Problem::errors)
                .satisfies(errors -> assertThat(errors)
                        .anyMatch(error ->
                                error.field().equals(field) && error.code().equals(code)));
    }
}
