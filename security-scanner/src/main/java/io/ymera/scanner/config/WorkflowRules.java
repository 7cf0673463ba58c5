package io.ymera.scanner.config;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/** What is insecure in a workflow of GitHub Actions, by GitHub's own guide to hardening. */
final class WorkflowRules {

    private static final int LONGEST = 100_000;

    /** What an outsider writes: titles, bodies, names of branches, messages. */
    private static final Pattern OUTSIDE = Pattern.compile(
            "\\$\\{\\{[^}]*\\b(github\\.event\\.(issue\\.(title|body)|pull_request\\.(title|body|head\\.(ref|label|repo\\.default_branch))|comment\\.body|review\\.body|review_comment\\.body|discussion\\.(title|body)|pages[^}]*\\.page_name|commits[^}]*\\.(message|author\\.(email|name))|head_commit\\.(message|author\\.(email|name))|workflow_run\\.(head_branch|head_commit\\.(message|author\\.(email|name))|display_title|head_repository\\.description)|client_payload[^}]*)|github\\.head_ref)\\b[^}]*\\}\\}");

    private static final Pattern PINNED = Pattern.compile("@[0-9a-f]{40}$|@sha256:[0-9a-f]{64}$");
    private static final Pattern HEAD = Pattern.compile(
            "github\\.event\\.pull_request\\.(head|merge_commit_sha|number)|github\\.head_ref|refs/pull/");
    private static final Set<String> OWN = Set.of("actions", "github");

    private final String path;
    private final Report report;

    private WorkflowRules(String path, Report report) {
        this.path = path;
        this.report = report;
    }

    static void check(String path, Yaml document, Report report) {
        new WorkflowRules(path, report).check(document);
    }

    private void add(String rule, Yaml at, String object, String message) {
        report.add(rule, Cluster.at(path, at), object, object + " " + message);
    }

    private void check(Yaml document) {
        boolean target = triggered(document, "pull_request_target") || triggered(document, "workflow_run");
        permissions("The workflow", document.get("permissions"));
        environment("The workflow", document.get("env"));
        for (Yaml.Entry job : document.get("jobs").entries()) {
            String name = "Job " + job.key();
            permissions(name, job.value().get("permissions"));
            environment(name, job.value().get("env"));
            action(name, job.value().get("uses"));
            job.value().get("steps").items().forEach(step -> step(name, step, target));
        }
        document.get("runs", "steps").items().forEach(step -> step("The action", step, false));
    }

    /** {@code on} as a word, a list or a mapping; YAML 1.1 has it for true. */
    private static boolean triggered(Yaml document, String event) {
        Yaml on = document.get("on").or(document.get("true"));
        return on.text().equals(event)
                || on.items().stream().anyMatch(item -> item.text().equals(event))
                || on.entries().stream().anyMatch(entry -> entry.key().equals(event));
    }

    private void permissions(String object, Yaml permissions) {
        if (permissions.text().equals("write-all")) {
            add(
                    "workflow-all-permissions",
                    permissions,
                    object,
                    "has a token that may write everything (permissions: write-all)");
        }
    }

    private void environment(String object, Yaml environment) {
        Yaml unsafe = environment.get("ACTIONS_ALLOW_UNSECURE_COMMANDS");
        if (unsafe.isTrue()) {
            add("workflow-unsecure-commands", unsafe, object, "lets what it prints set variables and paths");
        }
    }

    private void step(String job, Yaml step, boolean target) {
        String label = step.get("name").or(step.get("id")).text();
        String object = label.isEmpty() ? job : job + ", step " + label;
        environment(object, step.get("env"));
        action(object, step.get("uses"));
        for (Yaml script : List.of(step.get("run"), step.get("with", "script"))) {
            String text = script.text().substring(0, Math.min(script.text().length(), LONGEST));
            Matcher matcher = OUTSIDE.matcher(text);
            if (matcher.find()) {
                add(
                        "workflow-script-injection",
                        script,
                        object,
                        "puts what an outsider wrote into a script: " + matcher.group(1));
            }
        }
        boolean checkout = step.get("uses").text().startsWith("actions/checkout@");
        Yaml ref = step.get("with", "ref").or(step.get("with", "repository"));
        boolean head = HEAD.matcher(ref.text()).find() || ref.text().contains("github.event.workflow_run.head_");
        if (target && checkout && head) {
            add(
                    "workflow-untrusted-checkout",
                    ref,
                    object,
                    "runs an outsider's code with the repository's secrets (%s)".formatted(ref.text()));
        }
    }

    private void action(String object, Yaml uses) {
        String text = uses.text();
        boolean elsewhere = !text.isEmpty() && !text.startsWith("./") && text.contains("/");
        String owner = elsewhere ? text.substring(0, text.indexOf('/')) : "";
        if (elsewhere
                && !text.startsWith("docker://")
                && !OWN.contains(owner)
                && !PINNED.matcher(text).find()) {
            add("workflow-unpinned-action", uses, object, "runs %s, which its owner may change".formatted(text));
        }
    }
}
