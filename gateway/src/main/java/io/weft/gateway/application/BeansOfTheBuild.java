package io.weft.gateway.application;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Takes the beans that the build has put together (Spring's ahead-of-time processing: a third less to do in a start),
 * unless a setting says something to Spring itself: conditions on beans were decided without it, and it would be
 * ignored. For a process of its own: what it decides holds for the whole of it.
 */
final class BeansOfTheBuild implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String INITIALIZER = GatewayApplication.class.getName() + "__ApplicationContextInitializer";
    private static final Set<String> SPRINGS_OWN = Set.of("spring", "management", "server");
    /** Settings of Spring's on which no bean depends. */
    private static final Set<String> HARMLESS = Set.of("server.port", "server.address");
    /** What Spring Boot tells of the process. */
    private static final String TOLD = "applicationInfo";

    private static final String OF_THE_BUILD = "Config resource 'class path resource [";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        boolean fit =
                ClassUtils.isPresent(INITIALIZER, event.getSpringApplication().getClassLoader())
                        && event.getEnvironment().getPropertySources().stream().allMatch(BeansOfTheBuild::fit);
        if (fit) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
    }

    /** Whether the beans are the same with this source of settings. */
    static boolean fit(PropertySource<?> source) {
        return !(source instanceof EnumerablePropertySource<?> settings)
                || source.getName().equals(TOLD)
                || source.getName().startsWith(OF_THE_BUILD)
                || names(settings).noneMatch(BeansOfTheBuild::decidesBeans);
    }

    /** As properties, though they were environment variables. */
    private static Stream<String> names(EnumerablePropertySource<?> settings) {
        return Arrays.stream(settings.getPropertyNames())
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.'));
    }

    private static boolean decidesBeans(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && SPRINGS_OWN.contains(name.substring(0, dot)) && !HARMLESS.contains(name);
    }
}
