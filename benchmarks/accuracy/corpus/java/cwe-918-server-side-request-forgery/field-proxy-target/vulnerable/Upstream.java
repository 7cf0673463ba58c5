package proxy;

class Upstream {
    private String base = "http://inventory:8080";
    private String resource = "/";

    Upstream base(String value) {
        this.base = value;
        return this;
    }

    Upstream resource(String value) {
        this.resource = value;
        return this;
    }

    String base() {
        return base;
    }

    String resource() {
        return resource;
    }
}
