package ci;

class BuildJob {
    String branch;
    String target;
    final String script = "./build.sh";

    BuildJob(String branch, String target) {
        this.branch = branch;
        this.target = target;
    }
}
