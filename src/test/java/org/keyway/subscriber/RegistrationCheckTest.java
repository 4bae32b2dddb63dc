package org.keyway.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.subscriber.Forms.individual;
import static org.keyway.subscriber.Forms.organization;
import static org.keyway.subscriber.Forms.with;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.shared.Problem.FieldError;

class RegistrationCheckTest {

    @Test
    void takesWhatIsRight() {
        assertThat(RegistrationCheck.of(new Registration(organization()))).isEmpty();
        assertThat(RegistrationCheck.of(new Registration(individual("zhou01")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "uscc, 91330683MA0TE5T08E, register.uscc",
        "uscc, '', register.required",
        "usccConfirm, 91330781MA0TE5T16G, register.not-the-same",
        "organizationName, <b>公司</b>, register.name",
        "organizationNameConfirm, 另一家有限公司, register.not-the-same",
        "legalRepresentative, '', register.required",
        "legalMobile, 12345678901, register.mobile",
        "legalMobile, 13800000071, register.other-mobile",
        "legalEmail, JIANSHE@example.test, register.other-email",
        "legalEmail, nobody@nowhere, register.email",
        "handlerMobile, 1380000007, register.mobile",
        "account, a b, register.account",
        "account, 1abc, register.account",
        "password, short1, register.password.length",
        "password, jianshe01, register.password.weak",
        "password, 1234567890, register.password.weak",
        "passwordConfirm, bamboo raft skylight 78, register.not-the-same",
        "holderType, MACHINE, register.holder-type"
    })
    void namesTheFieldOfAnOrganization(String field, String value, String code) {
        assertThat(faults(with(organization(), field, value))).contains(Map.entry(field, code));
    }

    @ParameterizedTest
    @CsvSource({
        "idNumber, 110101199013070134, register.id-number",
        "idNumber, '', register.required",
        "idNumberConfirm, 11010119900307002X, register.not-the-same",
        "holderName, 周, register.name"
    })
    void namesTheFieldOfAPerson(String field, String value, String code) {
        assertThat(faults(with(individual("zhou01"), field, value))).contains(Map.entry(field, code));
    }

    @Test
    void oneComplaintForEachField() {
        assertThat(RegistrationCheck.of(new Registration(Map.of("holderType", "ORGANIZATION"))))
                .hasSize(13)
                .extracting(FieldError::field)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysNothingAboutItsContent() {
        assertThat(new Registration(organization()).toString()).isEqualTo("Registration");
    }

    private static Map<String, String> faults(Map<String, String> fields) {
        Map<String, String> faults = new java.util.HashMap<>();
        RegistrationCheck.of(new Registration(fields)).forEach(error -> faults.put(error.field(), error.code()));
        return faults;
    }
}
