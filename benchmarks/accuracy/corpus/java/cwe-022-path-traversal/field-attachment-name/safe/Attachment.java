package mail;

class Attachment {
    private String id;
    private String displayName;

    void setId(String id) {
        this.id = id;
    }

    void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    String getId() {
        return id;
    }

    String getDisplayName() {
        return displayName;
    }
}
