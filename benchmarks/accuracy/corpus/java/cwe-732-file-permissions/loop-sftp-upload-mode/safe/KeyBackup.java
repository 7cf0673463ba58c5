package nz.paddock.backup;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies the private keys of the gates to the shared jump host. */
public class KeyBackup {

  private static final Logger LOG = LoggerFactory.getLogger(KeyBackup.class);
  private static final String REMOTE = "/home/gates/keys/";
  private static final int MODE = 0600;

  private final Session session;

  public KeyBackup(Session session) {
    this.session = session;
  }

  public List<String> run(File keyDirectory) throws JSchException, SftpException {
    List<String> done = new ArrayList<>();
    File[] keys = keyDirectory.listFiles((dir, name) -> name.endsWith(".pem"));
    if (keys == null) {
      return done;
    }
    ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
    sftp.connect(5000);
    try {
      for (File key : keys) {
        String target = REMOTE + key.getName();
        sftp.put(InputStream.nullInputStream(), target + ".part");
        sftp.chmod(MODE, target + ".part");
        sftp.put(key.getPath(), target + ".part", ChannelSftp.OVERWRITE);
        sftp.rename(target + ".part", target);
        done.add(key.getName());
      }
    } finally {
      sftp.disconnect();
    }
    LOG.info("{} keys copied", done.size());
    return done;
  }
}
