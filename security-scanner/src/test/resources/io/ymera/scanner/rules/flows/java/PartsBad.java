import jakarta.servlet.http.*; import java.io.*; import java.nio.file.*; import java.util.*;
class PartsBad {
    void a(HttpServletRequest r) throws Exception { for (Part p : r.getParts()) { p.write("/x/" + p.getSubmittedFileName()); } } // finding: file-upload, path-traversal
    void b(Unknown u) throws Exception { for (Part p : u.all()) { p.write("/x/" + p.getSubmittedFileName()); } } // finding: file-upload, path-traversal
    void c(Unknown u) throws Exception { for (Part p : (Collection<Part>) u.all()) { p.write("/x/" + p.getSubmittedFileName()); } } // finding: file-upload, path-traversal
    void d(Unknown u) throws Exception { Part p = u.one(); p.write("/x/" + p.getSubmittedFileName()); } // finding: file-upload, path-traversal
    void f(Map<String, Part> u) throws Exception { for (Map.Entry<String, Part> e : u.entrySet()) { Part p = e.getValue(); p.write("/x/" + p.getSubmittedFileName()); } } // finding: file-upload, path-traversal
    void g(List<Part> u) throws Exception { Part p = u.get(0); p.write("/x/" + p.getSubmittedFileName()); } // finding: file-upload, path-traversal
    void h(Optional<Part> u) throws Exception { Part p = u.orElseThrow(); p.write("/x/" + p.getSubmittedFileName()); } // finding: file-upload, path-traversal
}
