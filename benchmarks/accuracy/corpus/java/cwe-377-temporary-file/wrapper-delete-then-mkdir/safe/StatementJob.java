package batch.work;

import java.io.File;
import java.io.FileWriter;
import java.io.IOException;

class StatementJob implements Runnable {
    @Override
    public void run() {
        try (FileWriter out = new FileWriter(new File(WorkFolders.create("statements"), "accounts.txt"))) {
            out.write("iban;balance\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
