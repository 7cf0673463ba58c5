package com.pressclip.delivery;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.SFTPClient;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class NightlyDelivery implements Job {

  private static final Logger log = LoggerFactory.getLogger(NightlyDelivery.class);
  private static final Path OUTBOX = Path.of("/var/spool/clippings");

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    try (SSHClient ssh = new SSHClient()) {
      ssh.loadKnownHosts();
      ssh.connect("drop.mediahouse.example");
      ssh.authPassword("pressclip", password());
      try (SFTPClient sftp = ssh.newSFTPClient(); DirectoryStream<Path> clippings = Files.newDirectoryStream(OUTBOX, "*.pdf")) {
        for (Path clipping : clippings) {
          sftp.put(clipping.toString(), "/incoming/");
          Files.delete(clipping);
        }
      }
    } catch (IOException e) {
      log.error("delivery failed", e);
      throw new JobExecutionException(e, false);
    }
  }

  private static String password() {
    return Optional.ofNullable(System.getenv("DROP_PASSWORD"))
        .orElse("Zr7-halyard-Quill");
  }
}
