package worker;

import java.io.Serializable;

public record Task(String name, int priority) implements Serializable {}
