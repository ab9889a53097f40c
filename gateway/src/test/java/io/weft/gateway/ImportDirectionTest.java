package io.weft.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may know which: the pipeline's direction, as ARCHITECTURE.md draws it. */
class ImportDirectionTest {

    private static final String ROOT = "io.weft.gateway";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** A package, and the gateway's packages it may import. The empty name is the pipeline itself, {@code Gateway.java}. */
    private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        MAY_IMPORT.put("document", List.of());
        MAY_IMPORT.put("supergraph", List.of("document"));
        MAY_IMPORT.put("transform", List.of());
        MAY_IMPORT.put("stitching", List.of("document", "supergraph"));
        List<String> composition = List.of(
                "problem",
                "schema",
                "subgraph",
                "fieldset",
                "transform",
                "validation",
                "stitch",
                "local",
                "merge",
                "satisfiability",
                "graph",
                "selection",
                "join");
        for (int room = 0; room < composition.size(); room++) {
            List<String> earlier = composition.subList(0, room);
            MAY_IMPORT.put(
                    "composition." + composition.get(room),
                    Stream.concat(
                                    Stream.of("document", "supergraph", "stitching", "transform"),
                                    earlier.stream().map(name -> "composition." + name))
                            .toList());
        }
        MAY_IMPORT.put(
                "composition",
                Stream.concat(
                                Stream.of("document", "supergraph", "stitching", "transform"),
                                composition.stream().map(name -> "composition." + name))
                        .toList());
        MAY_IMPORT.put("configuration", List.of("supergraph", "stitching", "transform", "composition.problem"));
        MAY_IMPORT.put("operation", List.of("document"));
        MAY_IMPORT.put("planning.plan", List.of("document", "supergraph", "operation"));
        MAY_IMPORT.put("planning", List.of("document", "supergraph", "operation", "planning.plan"));
        MAY_IMPORT.put("translation", List.of("document", "supergraph", "operation", "planning.plan"));
        MAY_IMPORT.put("execution.data", List.of());
        MAY_IMPORT.put(
                "execution",
                List.of("document", "supergraph", "operation", "planning.plan", "translation", "execution.data"));
        MAY_IMPORT.put("selection", List.of("document", "supergraph", "operation", "execution"));
        MAY_IMPORT.put("projection", List.of("document", "planning.plan", "execution", "execution.data"));
        MAY_IMPORT.put("security", List.of("supergraph", "execution"));
        MAY_IMPORT.put(
                "",
                List.of(
                        "document",
                        "supergraph",
                        "operation",
                        "planning",
                        "planning.plan",
                        "execution",
                        "projection",
                        "security"));
        MAY_IMPORT.put("transport.http", List.of("operation"));
        MAY_IMPORT.put("transport.subgraph", List.of("supergraph", "operation", "execution"));
        MAY_IMPORT.put("transport.message", List.of("execution.data"));
        MAY_IMPORT.put("transport.websocket", List.of("execution.data", "transport.http", "transport.message"));
        MAY_IMPORT.put(
                "transport.subgraph.stream",
                List.of("supergraph", "operation", "execution", "execution.data", "transport.message"));
        MAY_IMPORT.put("resilience", List.of("supergraph", "operation", "execution"));
        MAY_IMPORT.put("observability", List.of("supergraph", "execution"));
        MAY_IMPORT.put(
                "command",
                List.of(
                        "",
                        "application",
                        "supergraph",
                        "operation",
                        "planning",
                        "planning.plan",
                        "execution",
                        "reload"));
        MAY_IMPORT.put(
                "reload",
                List.of(
                        "supergraph",
                        "operation",
                        "execution",
                        "stitching",
                        "transform",
                        "composition",
                        "composition.problem",
                        "composition.subgraph"));
    }

    @TestFactory
    Stream<DynamicTest> a_package_imports_only_what_stands_before_it() {
        return MAY_IMPORT.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().isEmpty() ? "the pipeline" : entry.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(full(entry.getKey()))
                                .should()
                                .dependOnClassesThat(outside(entry.getKey(), entry.getValue()))
                                .because("a stage knows what it is given and what it makes, so that it can be read,"
                                        + " tested and replaced by itself")
                                .check(CLASSES)));
    }

    @Test
    void every_package_has_a_rule_but_the_application_that_puts_them_together() {
        Set<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT + ".application"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(MAY_IMPORT.keySet().stream().map(ImportDirectionTest::full).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void no_packages_import_each_other_in_a_circle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("of two rooms that need each other, neither can be understood first")
                .check(CLASSES);
    }

    @Test
    void graphql_java_does_not_execute_data() {
        noClasses()
                .that()
                .resideInAnyPackage(full("planning") + "..", full("execution") + "..", full("projection") + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("graphql.execution..")
                .because("the gateway runs plans; graphql-java parses, validates and answers introspection")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> outside(String own, List<String> allowed) {
        Set<String> names = Stream.concat(Stream.of(own), allowed.stream())
                .map(ImportDirectionTest::full)
                .collect(Collectors.toSet());
        return DescribedPredicate.describe(
                "are of the gateway, but neither its own nor of " + allowed,
                type -> type.getPackageName().startsWith(ROOT) && !names.contains(type.getPackageName()));
    }

    private static String full(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }
}
