package fr.grossiste.edi;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.io.xml.StaxDriver;
import com.thoughtworks.xstream.security.NoTypePermission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

@WebServlet("/edi/commandes")
public class OrderImportServlet extends HttpServlet {

    public static class Commande {
        String client;
        List<Ligne> lignes = new ArrayList<Ligne>();
    }

    public static class Ligne {
        String reference;
        int quantite;
    }

    private transient XStream xstream;

    @Override
    public void init() throws ServletException {
        xstream = newXStream();
        xstream.alias("commande", Commande.class);
        xstream.alias("ligne", Ligne.class);
        xstream.addImplicitCollection(Commande.class, "lignes", Ligne.class);
    }

    private static XStream newXStream() {
        XStream x = new XStream(new StaxDriver());
        x.addPermission(NoTypePermission.NONE);
        x.allowTypesByRegExp(new String[] {"fr\\.grossiste\\.edi\\..*", "java\\.lang\\.String"});
        x.ignoreUnknownElements();
        return x;
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        Commande commande = (Commande) xstream.fromXML(req.getInputStream());
        if (commande.lignes == null || commande.lignes.isEmpty()) {
            resp.sendError(422);
            return;
        }
        log("commande de " + commande.lignes.size() + " lignes");
        resp.setStatus(HttpServletResponse.SC_ACCEPTED);
    }
}
