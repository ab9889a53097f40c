package io.weft.postgres;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may know which, as ARCHITECTURE.md lists them. */
class ImportDirectionTest {

    private static final String ROOT = "io.weft.postgres";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/io/weft/postgres/testing/"))
            .importPackages(ROOT);

    /** A package, and the others it may import. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("problem", List.of()),
            Map.entry("session", List.of()),
            Map.entry("catalog", List.of("session")),
            Map.entry("schema", List.of("catalog")),
            Map.entry("ddl", List.of("catalog", "session")),
            Map.entry("sql", List.of("catalog", "schema", "problem", "session")),
            Map.entry("bulk", List.of("catalog", "ddl", "problem", "session")),
            Map.entry("watch", List.of("session")),
            Map.entry("selection", List.of("sql", "session")),
            Map.entry("remembered", List.of("session")),
            Map.entry("executable", List.of()),
            Map.entry("operation", List.of("catalog", "schema", "sql", "selection", "problem", "session")),
            Map.entry(
                    "serving",
                    List.of(
                            "catalog",
                            "schema",
                            "executable",
                            "sql",
                            "operation",
                            "selection",
                            "remembered",
                            "bulk",
                            "watch",
                            "problem",
                            "session")),
            Map.entry("registry", List.of("catalog", "schema", "ddl", "watch", "serving", "session")));

    @TestFactory
    Stream<DynamicTest> aPackageImportsOnlyWhatItMay() {
        return MAY_IMPORT.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(full(entry.getKey()))
                                .should()
                                .dependOnClassesThat(outside(entry.getKey(), entry.getValue()))
                                .because(
                                        "a room that knows only what it needs can be read, tested and replaced by itself")
                                .check(CLASSES)));
    }

    @Test
    void everyPackageHasARule() {
        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(MAY_IMPORT.keySet().stream().map(ImportDirectionTest::full).collect(Collectors.toSet()))
                .isEqualTo(packages);
    }

    @Test
    void noPackagesImportEachOtherInACircle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("of two rooms that need each other, neither can be understood first")
                .check(CLASSES);
    }

    @Test
    void jooqWritesQueriesAndNothingElse() {
        noClasses()
                .that()
                .resideOutsideOfPackage(full("sql"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .because("only a selection becomes SQL of many shapes; all else is said in plain SQL")
                .check(CLASSES);
    }

    @Test
    void onlyServingKnowsGraphQlRequests() {
        noClasses()
                .that()
                .resideOutsideOfPackages(full("executable"), full("serving"), full("operation"), full("sql"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("graphql..", "org.springframework.graphql..")
                .because("tables, sessions and loads serve other doors too")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> outside(String own, List<String> allowed) {
        Set<String> names = new HashSet<>(allowed);
        names.add(own);
        Set<String> packages = names.stream().map(ImportDirectionTest::full).collect(Collectors.toSet());
        return DescribedPredicate.describe(
                "are of the library, but neither its own nor of " + allowed,
                type -> type.getPackageName().startsWith(ROOT) && !packages.contains(type.getPackageName()));
    }

    private static String full(String name) {
        return ROOT + "." + name;
    }
}
