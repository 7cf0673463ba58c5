package site.plugins;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

@Controller
class PluginUpload {
    private final File folder = new File("/opt/tomcat/webapps/site/static");

    @PostMapping("/assets")
    String upload(@RequestPart MultipartFile asset) throws IOException {
        String name = new File(asset.getOriginalFilename()).getName().toLowerCase(Locale.ROOT);
        boolean accepted;
        if (name.endsWith(".css") || name.endsWith(".woff2")) {
            accepted = true;
        } else {
            accepted = name.endsWith(".png");
        }
        if (!accepted) {
            return "redirect:/assets?refused";
        }
        asset.transferTo(new File(folder, name));
        return "redirect:/assets";
    }
}
