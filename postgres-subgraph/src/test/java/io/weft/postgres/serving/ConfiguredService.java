package io.weft.postgres.serving;

import io.weft.identity.ServiceSecurity;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A service that says nothing itself: its settings do. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ServiceSecurity.class)
class ConfiguredService {}
