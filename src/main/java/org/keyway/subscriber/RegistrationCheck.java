package org.keyway.subscriber;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keyway.shared.ChineseIdentifiers;
import org.keyway.shared.Problem.FieldError;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What is wrong with a registration by itself, all at once and one complaint per field. */
final class RegistrationCheck {

    private static final List<String> ORGANIZATION = List.of(
            "organizationName",
            "organizationNameConfirm",
            "uscc",
            "usccConfirm",
            "legalRepresentative",
            "legalMobile",
            "legalEmail",
            "handlerName",
            "handlerMobile",
            "handlerEmail");
    private static final List<String> INDIVIDUAL =
            List.of("holderName", "idNumber", "idNumberConfirm", "handlerMobile", "handlerEmail");
    private static final List<String> EVERYBODY = List.of("account", "password", "passwordConfirm");
    private static final List<String> ORDER = Stream.of(ORGANIZATION, INDIVIDUAL, EVERYBODY)
            .flatMap(List::stream)
            .distinct()
            .toList();
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\\p{L}\\p{N} ·.,&'()\\-]+");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24}");

    private final Registration input;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> faulty = new LinkedHashSet<>();

    private RegistrationCheck(Registration input) {
        this.input = input;
    }

    static List<FieldError> of(Registration input) {
        RegistrationCheck check = new RegistrationCheck(input);
        check.kind();
        check.everybody();
        if (input.isIndividual()) {
            check.individual();
        } else {
            check.organization();
        }
        check.errors.sort(Comparator.comparingInt(error -> ORDER.indexOf(error.field())));
        return check.errors;
    }

    private void kind() {
        if (!Set.of(Registration.ORGANIZATION, Registration.INDIVIDUAL).contains(input.get("holderType"))) {
            blame("holderType", "register.holder-type");
        }
        List<String> needed = new ArrayList<>(input.isIndividual() ? INDIVIDUAL : ORGANIZATION);
        needed.addAll(EVERYBODY);
        needed.forEach(field -> demand(field, "register.required", value -> !value.isBlank()));
        needed.forEach(field -> demand(field, "register.too-long", value -> value.length() <= 100));
    }

    private void everybody() {
        demand("account", "register.account", value -> value.matches("[a-z][a-z0-9]{3,19}"));
        demand("handlerMobile", "register.mobile", ChineseIdentifiers::isMobile);
        demand("handlerEmail", "register.email", RegistrationCheck::isEmail);
        demand("password", "register.password.length", Passwords::isLongEnough);
        demand(
                "password",
                "register.password.weak",
                value -> !Passwords.isWeak(
                        value,
                        List.of(
                                input.account(),
                                input.get("organizationName"),
                                input.get("handlerName"),
                                input.get("handlerMobile"),
                                input.get("uscc"),
                                input.get("idNumber"))));
        same("password", "passwordConfirm");
    }

    private void organization() {
        demand("organizationName", "register.name", RegistrationCheck::isName);
        same("organizationName", "organizationNameConfirm");
        demand("uscc", "register.uscc", ChineseIdentifiers::isUscc);
        same("uscc", "usccConfirm");
        demand("legalRepresentative", "register.name", RegistrationCheck::isName);
        demand("handlerName", "register.name", RegistrationCheck::isName);
        demand("legalMobile", "register.mobile", ChineseIdentifiers::isMobile);
        demand("legalEmail", "register.email", RegistrationCheck::isEmail);
        if (!input.get("legalRepresentative").equals(input.get("handlerName"))) {
            demand("legalMobile", "register.other-mobile", value -> !value.equals(input.get("handlerMobile")));
            demand("legalEmail", "register.other-email", value -> !value.equalsIgnoreCase(input.get("handlerEmail")));
        }
    }

    private void individual() {
        demand("holderName", "register.name", RegistrationCheck::isName);
        demand("idNumber", "register.id-number", ChineseIdentifiers::isIdNumber);
        same("idNumber", "idNumberConfirm");
    }

    private void same(String field, String again) {
        demand(again, "register.not-the-same", value -> value.equals(input.get(field)));
    }

    private void demand(String field, String code, Predicate<String> rule) {
        if (!faulty.contains(field) && !rule.test(input.get(field))) {
            blame(field, code);
        }
    }

    private void blame(String field, String code) {
        faulty.add(field);
        errors.add(new FieldError(field, code, new DefaultMessageSourceResolvable("register.label." + field)));
    }

    private static boolean isName(String value) {
        return value.length() >= 2 && NAME.matcher(value).matches();
    }

    private static boolean isEmail(String value) {
        return EMAIL.matcher(value).matches();
    }
}
