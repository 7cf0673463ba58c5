package ci;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;

@Path("/build")
public class BuildResource {
    @POST
    public long start(@FormParam("branch") String branch) throws IOException {
        BuildJob job = new BuildJob(branch, "release");
        String command = job.script + " --to " + job.branch;
        return new ProcessBuilder("bash", "-lc", command)
                .directory(new File("/srv/ci"))
                .start()
                .pid();
    }
}
