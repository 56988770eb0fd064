package cn.minyi5.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
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
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "org.jspecify..",
                    // The events among it: an aggregate tells of its own transitions, in the published language.
                    "cn.minyi5.contracts..",
                    // Of it only Masking: no number that leads to a person goes out with an event.
                    "cn.minyi5.privacy..",
                    "cn.minyi5..domain..",
                    // Of it only @Embeddable, which says that a record may be part of an entity.
                    "jakarta.persistence..")
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

    private static final ArchRule FEATURE_KNOWS_NO_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("..http..", "..messaging..", "cn.minyi5..persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..http..", "cn.minyi5..persistence..", "jakarta.ws.rs..", "org.apache.kafka..")
            .because("a use-case is the same whoever asks for it")
            .allowEmptyShould(true);

    private static final ArchRule EDGES_LEAVE_THE_DATABASE_ALONE = noClasses()
            .that()
            .resideInAnyPackage("..http..", "..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cn.minyi5..persistence..",
                    "io.vertx.mutiny.sqlclient..",
                    "io.vertx.sqlclient..",
                    "org.hibernate..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("cn.minyi5.messaging.Sql")
            .because("a resource parses, calls and renders; a consumer hands over")
            .allowEmptyShould(true);

    private static final ArchRule ONLY_THE_RELAY_SENDS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.clients.producer..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Outgoing")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter")
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
                    "what is heard past the inbox can be doubled, and whoever asks what a service listens to looks there")
            .allowEmptyShould(true);

    private static final ArchRule DOMAIN_KNOWS_EMBEDDABLE_ALONE = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("are of persistence, but for @Embeddable") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getPackageName().startsWith("jakarta.persistence")
                            && !type.getSimpleName().equals("Embeddable");
                }
            })
            .because("the domain is plain Java; how it is stored is said by its entity")
            .allowEmptyShould(true);

    private static final ArchRule NO_WALL_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages("..http..")
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

    private HouseRules() {}

    /** @param root the service's package, such as {@code cn.minyi5.routing} */
    public static void check(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        List.of(
                        DOMAIN_IS_PLAIN,
                        DOMAIN_IS_TOLD_THE_TIME,
                        DOMAIN_KNOWS_EMBEDDABLE_ALONE,
                        FEATURE_KNOWS_NO_EDGE,
                        EDGES_LEAVE_THE_DATABASE_ALONE,
                        ONLY_THE_RELAY_SENDS,
                        CHANNELS_END_IN_THE_INBOX,
                        NO_WALL_CLOCK,
                        NAMES,
                        featuresFormNoCircle(root))
                .forEach(rule -> rule.check(nonEmpty(classes, root)));
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

    private static JavaClasses nonEmpty(JavaClasses classes, String root) {
        if (classes.isEmpty()) {
            throw new AssertionError("no classes in " + root + ": the rules would hold for nothing");
        }
        return classes;
    }
}
