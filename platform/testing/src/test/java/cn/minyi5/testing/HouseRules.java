package cn.minyi5.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/** The rules of the house that a machine can keep, each with its reason. */
public final class HouseRules {

    private static final ArchRule DOMAIN_IS_PLAIN = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                            "java..",
                            "org.jspecify..",
                            // The events among it: an aggregate tells of its own transitions, in the published
                            // language.
                            "cn.minyi5.contracts..",
                            // Of it only Masking: no number that leads to a person goes out with an event.
                            "cn.minyi5.privacy..",
                            "cn.minyi5..domain..")
                    // Says that a record may be part of an entity; how it is stored is said by the entity.
                    .and(not(name("jakarta.persistence.Embeddable"))))
            .because("a clerk could follow the domain, and it must not change when a framework does");

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
            .because("a rule gives the same answer for the same arguments: time and ids are handed in");

    private static final ArchRule FEATURE_KNOWS_NO_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("..http..", "..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..http..", "jakarta.ws.rs..", "org.apache.kafka..")
            .because("a use-case is the same whoever asks for it");

    private static final ArchRule EDGES_LEAVE_THE_DATABASE_ALONE = noClasses()
            .that()
            .resideInAnyPackage("..http..", "..messaging..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("io.vertx.mutiny.sqlclient..", "io.vertx.sqlclient..", "org.hibernate..")
                            .or(name("cn.minyi5.messaging.Sql")))
            .because("a resource parses, calls and renders; a consumer hands over");

    private static final ArchRule ONLY_THE_RELAY_SENDS = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.kafka.clients.producer..")
                    .or(name("org.eclipse.microprofile.reactive.messaging.Outgoing"))
                    .or(name("org.eclipse.microprofile.reactive.messaging.Emitter")))
            .because("what is sent past the outbox can be lost");

    private static final ArchRule CHANNELS_END_IN_THE_INBOX = methods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Consumer")
            .andShould()
            .beDeclaredInClassesThat()
            .resideInAPackage("..messaging..")
            .andShould(callTheInbox())
            .because(
                    "what is heard past the inbox can be doubled, and whoever asks what a service listens to looks there");

    private static final ArchRule NO_WALL_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages("..http..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .because("times that decide are the database's");

    private static final ArchRule NAMES = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Info|Dto)")
            .because("such a name says nothing about the business (DOMAIN §3)");

    private HouseRules() {}

    /** @param root the service's package, such as {@code cn.minyi5.routing} */
    public static void check(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        assertThat(classes).as("classes in %s", root).isNotEmpty();
        // Not every service has every room.
        ArchConfiguration.get().setProperty("archRule.failOnEmptyShould", "false");
        List.of(
                        DOMAIN_IS_PLAIN,
                        DOMAIN_IS_TOLD_THE_TIME,
                        FEATURE_KNOWS_NO_EDGE,
                        EDGES_LEAVE_THE_DATABASE_ALONE,
                        ONLY_THE_RELAY_SENDS,
                        CHANNELS_END_IN_THE_INBOX,
                        NO_WALL_CLOCK,
                        NAMES,
                        featuresFormNoCircle(root))
                .forEach(rule -> rule.check(classes));
    }

    private static ArchCondition<JavaMethod> callTheInbox() {
        return new ArchCondition<>("call Reactions.hear") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var calls = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals("cn.minyi5.messaging.Reactions")
                                && call.getName().equals("hear"));
                events.add(new SimpleConditionEvent(method, calls, method.getFullName() + " hears past the inbox"));
            }
        };
    }

    private static ArchRule featuresFormNoCircle(String root) {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("features that need each other in a circle are one feature");
    }
}
