package io.fulfillmenthub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The borders of the packages: everybody speaks the language of {@code order}, nobody knows a neighbour. */
class ModularityTest {

    private static final String ROOT = "io.fulfillmenthub";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Who may know Camel: the templates' instances, the user's routes and their check, what runs, the work that is held, the limits of HTTP, the idempotent repository, the profile kafka, what measures calls, and one class of each edge. */
    private static final Set<String> CAMEL = Set.of(
            "io.fulfillmenthub.HeldWork",
            "io.fulfillmenthub.HttpLimits",
            "io.fulfillmenthub.CustomRoutes",
            "io.fulfillmenthub.KafkaProfile",
            "io.fulfillmenthub.NotificationRoutes",
            "io.fulfillmenthub.QueueOutages",
            "io.fulfillmenthub.RunningRoutes",
            "io.fulfillmenthub.StartTurn",
            "io.fulfillmenthub.TemplatedRoutes",
            "io.fulfillmenthub.check.OutsideWorld",
            "io.fulfillmenthub.check.RecordedEndpoint",
            "io.fulfillmenthub.due.DueComponent",
            "io.fulfillmenthub.due.DueConsumer",
            "io.fulfillmenthub.due.DueEndpoint",
            "io.fulfillmenthub.RouteFailureAnalyzer",
            "io.fulfillmenthub.kafka.KafkaEvents",
            "io.fulfillmenthub.kafka.KafkaOrders",
            "io.fulfillmenthub.ledger.EffectRepository",
            "io.fulfillmenthub.telemetry.RemoteAnswer",
            "io.fulfillmenthub.telemetry.RemoteCalls",
            "io.fulfillmenthub.telemetry.OrderSpans",
            "io.fulfillmenthub.telemetry.RouteSpans",
            "io.fulfillmenthub.amazon.AmazonHttp",
            "io.fulfillmenthub.commerce.CommerceClient");

    @ParameterizedTest(name = "{0} may use {1}")
    @CsvSource({
        "order, order",
        "amazon, order",
        "commerce, order",
        "ledger, order",
        "sandbox, order",
        "telemetry, order",
        "check, order|ledger",
        "due, order",
        "kafka, order|ledger",
        "console, order|ledger"
    })
    void aPackageKnowsOnlyTheNeighboursItMay(String name, String neighbours) {
        DescribedPredicate<JavaClass> allowed = resideInAPackage(ROOT + "." + name + "..");
        for (String neighbour : neighbours.split("\\|")) {
            allowed = allowed.or(resideInAPackage(ROOT + "." + neighbour + ".."));
        }
        noClasses()
                .that(resideInAPackage(ROOT + "." + name + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..").and(DescribedPredicate.not(allowed)))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void nobodyKnowsTheSandbox() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".sandbox..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".sandbox.."))
                .check(MAIN);
    }

    @Test
    void theLanguageOfOrdersIsPlainJava() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".order..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(ROOT + ".order..", "java.."))
                .check(MAIN);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void routesCallBeansAndNeverTheReverse() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.apache\\.camel\\.(Fluent)?(Producer|Consumer)Template")
                .check(MAIN);
    }

    @Test
    void onlyAFewNamedClassesKnowCamel() {
        Set<String> found = MAIN.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getPackageName().startsWith("org.apache.camel")))
                .map(type -> type.getName().replaceAll("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isNotEmpty().isSubsetOf(CAMEL);
    }
}
