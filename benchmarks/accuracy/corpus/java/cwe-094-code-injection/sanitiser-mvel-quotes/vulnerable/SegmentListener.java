package crm.segments;

import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.mvel2.MVEL;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
public class SegmentListener {
    private boolean active;

    @KafkaListener(topics = "segments")
    public void onSegment(String field) {
        String name = StringUtils.remove(field, '"');
        Map<String, Object> customer = Map.of("field1", "gold", "field2", "north");
        active = MVEL.evalToBoolean("field" + name + " == 'gold'", customer);
    }

    public boolean isActive() {
        return active;
    }
}
