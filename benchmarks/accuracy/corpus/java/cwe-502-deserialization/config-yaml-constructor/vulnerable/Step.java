package ci.pipeline;

public class Step {
    public String name;
    public int timeout;
}
