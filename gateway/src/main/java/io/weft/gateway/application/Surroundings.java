package io.weft.gateway.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.weft.gateway.reload.ReadAhead;
import io.weft.identity.TrustSettings;
import java.time.Clock;
import reactor.core.scheduler.Scheduler;

/**
 * What the graphs of a process have in common.
 *
 * @param defaults of the process; what a graph does not say itself
 * @param trust    the keys that tell subgraphs who asks
 * @param threads  for watching and composing
 * @param ahead    what has been read before
 * @param reading  configurations
 */
record Surroundings(
        GatewayProperties defaults,
        TrustSettings trust,
        MeterRegistry meters,
        Scheduler threads,
        ReadAhead ahead,
        ReadSettings reading,
        Clock clock) {}
