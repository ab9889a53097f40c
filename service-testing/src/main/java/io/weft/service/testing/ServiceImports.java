package io.weft.service.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What a service may import. */
public final class ServiceImports {

    private ServiceImports() {}

    /**
     * Checks the production code of a service.
     *
     * @param application its class, in its root package
     * @throws AssertionError that names each import that may not be
     */
    public static void check(Class<?> application) {
        String own = application.getPackageName();
        JavaClasses imported = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(own);
        classes()
                .should()
                .onlyDependOnClassesThat(weftOnlyIn(own))
                .because("services know each other by the graph and by tables they refer to, never by code,"
                        + " and none knows the gateway")
                .check(imported);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .because("selections become SQL in io.weft.postgres.sql; a service says its own in plain SQL")
                .check(imported);
    }

    private static DescribedPredicate<JavaClass> weftOnlyIn(String own) {
        return DescribedPredicate.describe(
                "are the service's own, the library's, contracts, identity, or not of Weft at all", type -> {
                    String name = type.getPackageName();
                    return !name.startsWith("io.weft.")
                            || name.equals(own)
                            || name.startsWith(own + ".")
                            || name.startsWith("io.weft.postgres.")
                            || name.equals("io.weft.contracts")
                            || name.startsWith("io.weft.contracts.")
                            || name.equals("io.weft.identity");
                });
    }
}
