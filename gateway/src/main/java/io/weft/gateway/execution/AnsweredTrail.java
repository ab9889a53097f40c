package io.weft.gateway.execution;

import io.weft.gateway.execution.AnswerPath.Segment;
import io.weft.gateway.execution.data.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path of a transformed service's answer, in the data tree's keys. Only errors need it. */
final class AnsweredTrail {

    private AnsweredTrail() {}

    /** What stands below something hoisted keeps the list indexes of the way, behind its own key. */
    static List<Segment> of(List<Segment> path, Shape answer) {
        List<Segment> trail = new ArrayList<>();
        List<Segment> waiting = new ArrayList<>();
        @Nullable Shape here = answer;
        @Nullable Shape hoistedOutOf = null;
        for (Segment segment : path) {
            switch (segment) {
                case Segment.Index index -> (hoistedOutOf == null ? trail : waiting).add(index);
                case Segment.Key(String key) -> {
                    Shape.Led led = here == null ? null : here.lead(key);
                    if (led == null) {
                        return trail;
                    }
                    led.keys().forEach(dataKey -> trail.add(AnswerPath.key(dataKey)));
                    here = led.below();
                    hoistedOutOf = led.keys().isEmpty() ? here : null;
                    if (hoistedOutOf == null) {
                        trail.addAll(waiting);
                        waiting.clear();
                    }
                }
            }
        }
        if (hoistedOutOf != null) {
            hoistedOutOf.first().forEach(dataKey -> trail.add(AnswerPath.key(dataKey)));
        }
        return trail;
    }
}
