package com.fjordbank.statements;

import java.io.IOException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Download links are mailed to customers and expire with the nightly clean-up. */
@RestController
public class StatementController {

	@Value("${statements.dir}")
	private String dir;

	@GetMapping("/statements/download")
	public ResponseEntity<Resource> download(@RequestParam("id") String id) throws IOException {
		Resource pdf = new FileSystemResource(dir + "/" + id + ".pdf");
		if (!pdf.exists()) {
			return ResponseEntity.notFound().build();
		}
		return ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_PDF)
				.contentLength(pdf.contentLength())
				.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.pdf\"")
				.body(pdf);
	}
}
