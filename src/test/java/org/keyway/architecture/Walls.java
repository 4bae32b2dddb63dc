package org.keyway.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The walls of the house as rules; {@link ArchitectureTest} holds the house to them, {@link WallProbeTest} shows each red. */
final class Walls {

    private static final Set<String> FORBIDDEN_PACKAGES = Set.of(
            "util",
            "utils",
            "common",
            "impl",
            "dto",
            "manager",
            "managers",
            "helper",
            "helpers",
            "controller",
            "controllers");
    private static final Set<String> TIMES = Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            LocalTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName(),
            Year.class.getName(),
            YearMonth.class.getName());

    static final ArchRule ONLY_PROCESS_KNOWS_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("org.keyway.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    static final ArchRule ONLY_THREE_KNOW_BOUNCY_CASTLE = noClasses()
            .that()
            .resideOutsideOfPackages("org.keyway.certificate..", "org.keyway.ukey..", "org.keyway.document..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    static final ArchRule ONLY_DOCUMENT_KNOWS_PDFBOX = noClasses()
            .that()
            .resideOutsideOfPackage("org.keyway.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.pdfbox..", "org.apache.xmpbox..", "com.openhtmltopdf..", "io.github.openhtmltopdf..");

    static final ArchRule ONLY_THE_EDGE_KNOWS_SPRING_MVC = noClasses()
            .that()
            .resideOutsideOfPackages("org.keyway.portal..", "org.keyway..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web.bind..",
                    "org.springframework.web.servlet..",
                    "org.springframework.web.multipart..");

    static final ArchRule ONLY_THE_EDGE_KNOWS_SERVLETS = noClasses()
            .that()
            .resideOutsideOfPackages("org.keyway.portal..", "org.keyway..web..", "org.keyway.process.security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet..");

    static final ArchRule NOBODY_DEPENDS_ON_PROCESS = noClasses()
            .that()
            .resideOutsideOfPackage("org.keyway.process..")
            .should()
            .dependOnClassesThat(are(resideInAPackage("org.keyway.process..")));

    static final ArchRule NOBODY_DEPENDS_ON_PORTAL = noClasses()
            .that()
            .resideOutsideOfPackage("org.keyway.portal..")
            .should()
            .dependOnClassesThat(are(resideInAPackage("org.keyway.portal..")));

    static final ArchRule NO_EMPTY_NAMES = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)(\\$.*)?")
            .because("a name says what a thing is");

    static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = classes()
            .should(new ArchCondition<>("take the time from the injected Clock") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getMethodCallsFromSelf().stream()
                            .filter(Walls::readsTheSystemClock)
                            .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                }
            });

    static final ArchRule PACKAGES_ARE_CAPABILITIES = noClasses()
            .should(
                    new ArchCondition<>(
                            "live in a package that is no business capability (" + FORBIDDEN_PACKAGES + ")") {
                        @Override
                        public void check(JavaClass type, ConditionEvents events) {
                            boolean found = Arrays.stream(type.getPackageName().split("\\."))
                                    .anyMatch(FORBIDDEN_PACKAGES::contains);
                            events.add(new SimpleConditionEvent(type, found, type.getName()));
                        }
                    });

    /** Every wall, with the fixture that breaks it as the probe's duty. */
    static final List<ArchRule> ALL = List.of(
            ONLY_PROCESS_KNOWS_THE_ENGINE,
            ONLY_THREE_KNOW_BOUNCY_CASTLE,
            ONLY_DOCUMENT_KNOWS_PDFBOX,
            ONLY_THE_EDGE_KNOWS_SPRING_MVC,
            ONLY_THE_EDGE_KNOWS_SERVLETS,
            NOBODY_DEPENDS_ON_PROCESS,
            NOBODY_DEPENDS_ON_PORTAL,
            NO_EMPTY_NAMES,
            NO_FIELD_INJECTION,
            TIME_COMES_FROM_THE_CLOCK,
            PACKAGES_ARE_CAPABILITIES);

    private Walls() {}

    private static boolean readsTheSystemClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        boolean now = call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().isEmpty()
                && TIMES.contains(owner);
        boolean millis = owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        return now || millis;
    }
}
