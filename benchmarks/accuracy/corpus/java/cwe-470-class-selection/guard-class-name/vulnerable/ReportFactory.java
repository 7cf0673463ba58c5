package reports;

import java.util.Set;
import java.util.logging.Logger;

public class ReportFactory {
    private static final Logger LOG = Logger.getLogger(ReportFactory.class.getName());
    private static final Set<String> TYPES = Set.of("reports.Daily", "reports.Weekly");

    public Runnable create(String type) throws ReflectiveOperationException {
        if (!TYPES.contains(type)) {
            LOG.warning("Report type is not in the list");
        }
        LOG.fine("Creating a report");
        return (Runnable) Class.forName(type).getDeclaredConstructor().newInstance();
    }
}
