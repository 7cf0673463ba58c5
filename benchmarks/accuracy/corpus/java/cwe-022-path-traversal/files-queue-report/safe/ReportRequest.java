package batch.reports;

public record ReportRequest(String tenant, String file, int year) {}
