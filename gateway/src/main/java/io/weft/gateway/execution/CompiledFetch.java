package io.weft.gateway.execution;

import io.weft.gateway.execution.data.Shape;
import io.weft.gateway.planning.plan.Fetch;
import io.weft.gateway.supergraph.Batching;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param index      its place in the plan
 * @param url        where the subgraph answers
 * @param answer     the shape of the answer's {@code data}, which is laid out by itself
 * @param calls      as in the fetch
 * @param waitsFor   how many fetches must be merged first
 * @param dependents the places of those that wait for this one
 * @param requests   the request's texts
 * @param forms      the same fetch in other forms
 * @param batching   how much the subgraph takes in one request
 * @param variables  what is sent of the client's variables
 * @param local      what is done instead of asking, where the subgraph is the gateway; null otherwise
 */
record CompiledFetch(
        int index,
        Fetch fetch,
        URI url,
        Shape answer,
        List<CompiledCall> calls,
        int waitsFor,
        int[] dependents,
        RequestTexts requests,
        FetchForms forms,
        Batching batching,
        SentVariables variables,
        @Nullable LocalFetch local) {}
