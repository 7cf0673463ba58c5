package events;

public interface DomainEvent {
    String id();
}
