package com.acme.archive;

import java.io.File;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ArchiveController {
    private final File folder = new File("/srv/archive");

    @PostMapping("/archive")
    public String create(@RequestParam String format) throws IOException, InterruptedException {
        String flag;
        if ("gzip".equals(format)) {
            flag = "-z";
        } else if ("bzip2".equals(format)) {
            flag = "-j";
        } else {
            flag = "--use-compress-program=" + format;
        }
        Process tar = new ProcessBuilder("bash", "-c", "tar " + flag + " -cf out.tar data")
                .directory(folder)
                .start();
        return tar.waitFor() == 0 ? "done" : "failed";
    }
}
