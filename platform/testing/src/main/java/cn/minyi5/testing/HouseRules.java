package cn.minyi5.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/** The rules of the house that a machine can keep, each with its reason. */
public final class HouseRules {

    private static final ArchRule DOMAIN_IS_PLAIN = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..", "org.jspecify..", "cn.minyi5.contracts.language..", "cn.minyi5..domain..")
            .because("a clerk could follow the domain, and it must not change when a framework does")
            .allowEmptyShould(true);

    private static final ArchRule DOMAIN_IS_TOLD_THE_TIME = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .because("a rule gives the same answer for the same arguments: time and ids are handed in")
            .allowEmptyShould(true);

    private static final ArchRule APPLICATION_KNOWS_NO_EDGE = noClasses()
            .that()
            .resideInAPackage("..application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..http..", "..persistence..", "jakarta.ws.rs..", "org.apache.kafka..")
            .because("a use-case is the same whoever asks for it and wherever its state is kept")
            .allowEmptyShould(true);

    private static final ArchRule HTTP_LEAVES_SQL_ALONE = noClasses()
            .that()
            .resideInAPackage("..http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..persistence..", "io.vertx.mutiny.sqlclient..")
            .because("a resource parses, calls and renders")
            .allowEmptyShould(true);

    private static final ArchRule ONLY_THE_RELAY_SENDS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..")
            .because("what is sent past the outbox can be lost, and what is heard past the inbox can be doubled");

    private static final ArchRule NO_WALL_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("..application..", "..persistence..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .because("times that decide are the database's")
            .allowEmptyShould(true);

    private static final ArchRule NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Info")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .because("such a name says nothing about the business (DOMAIN §3)");

    private static final ArchRule CONSUMERS_ARE_NAMED = classes()
            .that()
            .implement("cn.minyi5.messaging.EventConsumer")
            .should()
            .haveSimpleNameEndingWith("Consumer")
            .andShould()
            .resideInAPackage("..messaging..")
            .because("whoever asks what a service listens to looks there")
            .allowEmptyShould(true);

    private HouseRules() {}

    /** @param root the service's package, such as {@code cn.minyi5.routing} */
    public static void check(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        List.of(
                        DOMAIN_IS_PLAIN,
                        DOMAIN_IS_TOLD_THE_TIME,
                        APPLICATION_KNOWS_NO_EDGE,
                        HTTP_LEAVES_SQL_ALONE,
                        ONLY_THE_RELAY_SENDS,
                        NO_WALL_CLOCK,
                        NAMES,
                        CONSUMERS_ARE_NAMED,
                        featuresFormNoCircle(root))
                .forEach(rule -> rule.check(nonEmpty(classes, root)));
    }

    private static ArchRule featuresFormNoCircle(String root) {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("features that need each other in a circle are one feature");
    }

    private static JavaClasses nonEmpty(JavaClasses classes, String root) {
        if (classes.isEmpty()) {
            throw new AssertionError("no classes in " + root + ": the rules would hold for nothing");
        }
        return classes;
    }
}
