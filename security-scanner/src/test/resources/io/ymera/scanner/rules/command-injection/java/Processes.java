import java.io.*;
import java.util.*;
import jakarta.ws.rs.*;

@Path("/net")
public class PingResource {
    @GET
    @Path("ping")
    public String ping(@QueryParam("host") String host) throws IOException {
        Runtime.getRuntime().exec("ping -c 1 " + host); // finding: command-injection
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "ping " + host}); // finding: command-injection
        new ProcessBuilder("bash", "-c", "nslookup " + host).start(); // finding: command-injection
        List<String> command = new ArrayList<>();
        command.add("ping");
        command.add(host);
        new ProcessBuilder(command).start();
        List<String> shell = new ArrayList<>();
        if (System.getProperty("os.name").startsWith("Windows")) {
            shell.add("cmd.exe");
            shell.add("/c");
        } else {
            shell.add("sh");
            shell.add("-c");
        }
        shell.add("ping " + host);
        ProcessBuilder builder = new ProcessBuilder();
        builder.command(shell); // finding: command-injection
        new ProcessBuilder(host, "-v").start(); // finding: command-injection
        new ProcessBuilder(List.of(host, "-v")).start(); // finding: command-injection
        String[] words = {"/bin/sh", "-c", host};
        Runtime.getRuntime().exec(words); // finding: command-injection
        Runtime.getRuntime().exec(new String[] {"ls", "--", host});
        String fixed = "localhost";
        new ProcessBuilder("ping", fixed).start();
        if (!host.matches("^[a-zA-Z0-9]{1,60}$")) {
            return "no";
        }
        new ProcessBuilder("ping", host).start();
        return "ok";
    }

    @GET
    public String second(@HeaderParam("X-Tool") String tool) throws IOException {
        Map<String, String> values = new HashMap<>();
        values.put("tool", tool);
        values.put("other", "date");
        Runtime.getRuntime().exec(values.get("other"));
        Runtime.getRuntime().exec(values.get("tool")); // finding: command-injection
        return "";
    }

    static void main(String[] args) throws Exception {
        Process process = Runtime.getRuntime().exec("uptime");
        process.waitFor();
    }
}
