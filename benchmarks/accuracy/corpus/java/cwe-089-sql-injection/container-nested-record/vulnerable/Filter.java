package fleet;

import java.util.List;

record Filter(List<String> columns, List<Object> values) {}
